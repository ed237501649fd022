/** Real compiler output on the runtime, in one process and without the sandbox. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCompiler, createDiskFileSource } from '../../../server/compile/index.ts';
import type { Functor } from '../../../server/protocol/functor.ts';
import type { ModuleRecord } from '../../../server/protocol/record.ts';
import { createRuntime, type Runtime } from '../../../server/runtime/index.ts';
import { plain, type Failure } from './harness.ts';

interface Started {
  readonly runtime: Runtime;
  readonly failures: readonly Failure[];
  readonly facts: ModuleRecord['facts'];
  readonly send: (stream: string, event?: unknown) => unknown;
  readonly read: () => unknown;
}

/** Compiles files given by path and runs the default export of the first. */
function run(files: Readonly<Record<string, string>>, argument?: unknown): Started {
  const disk = createDiskFileSource();
  const compiler = createCompiler({
    files: {
      ...disk,
      read: (file) => files[path.relative('/pattern', file)] ?? disk.read(file),
      exists: (file) => path.relative('/pattern', file) in files || disk.exists(file),
    },
  });
  const [first = ''] = Object.keys(files);
  const { graph, diagnostics } = compiler.compile({ entry: `/pattern/${first}`, root: '/pattern' });
  if (graph === null) throw new Error(JSON.stringify(diagnostics));
  return start(graph.entry, graph.records, argument);
}

function start(entry: string, records: readonly ModuleRecord[], argument: unknown): Started {
  const failures: Failure[] = [];
  const loaded = new Map<string, Record<string, unknown>>();
  const runtime = createRuntime({
    onFailure: (failure) => failures.push(failure),
    now: () => 0,
    random: () => 0,
    constant: (module) => void load(module),
  });
  const load = (module: string): Record<string, unknown> => {
    const known = loaded.get(module);
    if (known !== undefined) return known;
    const record = records.find((each) => each.path === module);
    if (record === undefined) throw new Error(`no module ${module}`);
    const exports: Record<string, unknown> = {};
    loaded.set(module, exports);
    const functor = (0, eval)(record.code) as Functor;
    const resolve = (specifier: string): unknown => {
      const target = record.imports.find((each) => each.specifier === specifier)?.target;
      if (target?.kind === 'module') return load(target.path);
      return target && runtime.modules[target.name];
    };
    functor(exports, resolve, runtime.helpersFor(module, record.facts), new Int32Array(1), 0);
    return exports;
  };
  const { result } = runtime.instantiate(load(entry)['default'], argument);
  runtime.settle();
  const read = (): unknown => plain(runtime, result);
  const send = (stream: string, event?: unknown): unknown => {
    if (!runtime.send(stream.split('.'), event)) throw new Error(`no stream ${stream}`);
    runtime.settle();
    return read();
  };
  return { runtime, failures, facts: records[0]?.facts ?? [], send, read };
}

describe('compiled patterns', () => {
  it('a counter of today’s API', () => {
    const { send, read } = run({
      'counter.tsx': `
        import { action, computed, Default, handler, NAME, pattern, UI, Writable } from 'commonfabric';
        const add = handler<{ by: number | Default<1> }, { value: Writable<number> }>(({ by }, { value }) => {
          value.set(value.get() + by);
        });
        export default pattern<{ value: Writable<number | Default<5>> }>(({ value }) => {
          const even = computed(() => value.get() % 2 === 0);
          return {
            [NAME]: \`Counter \${value.get()}\`,
            [UI]: <div><b>{even ? 'even' : 'odd'}</b><cf-button onClick={() => value.set(0)}>reset</cf-button></div>,
            value,
            add: add({ value }),
            twice: action(() => value.set(value.get() * 2)),
          };
        });`,
    });
    expect(read()).toMatchObject({ $NAME: 'Counter 5', value: 5 });
    expect(send('add', {})).toMatchObject({
      value: 6,
      $UI: { children: [{ children: ['even'] }, {}] },
    });
    expect(send('twice')).toMatchObject({ $NAME: 'Counter 12' });
    expect(send('$UI.children.1.props.onClick')).toMatchObject({ value: 0 });
  });

  it('a counter of the older API', () => {
    const { send } = run({
      'counter.tsx': `
        import { Cell, Default, derive, handler, recipe, str } from 'commontools';
        const add = handler((_event: unknown, { value }: { value: Cell<number> }) => {
          value.set((value.get() ?? 0) + 1);
        });
        export default recipe<{ value: Default<number, 1> }>('Counter', ({ value }) => ({
          value,
          double: derive(value, (v) => v * 2),
          label: str\`Count: \${value}\`,
          add: add({ value }),
        }));`,
    });
    expect(send('add')).toMatchObject({ value: 2, double: 4, label: 'Count: 2' });
  });

  it('rows, items that are removed, and a default that a sibling declares', () => {
    const { send, read, failures } = run({
      'todo.tsx': `
        import { Default, handler, pattern, UI, Writable } from 'commonfabric';
        import { FIRST } from './first.ts';
        interface Item { title: string; done: boolean | Default<false> }
        const remove = handler<unknown, { items: Writable<Item[]>; item: Writable<Item> }>((_, { items, item }) => {
          items.remove(item);
        });
        export default pattern<{ items: Item[] | Default<typeof FIRST> }>(({ items }) => ({
          items,
          open: items.filter((item) => !item.done),
          [UI]: <ul>{items.map((item) => (
            <li onClick={remove({ items, item })}>
              <cf-checkbox $checked={item.done} />{item.done ? 'x' : '-'} {item.title}
            </li>
          ))}</ul>,
        }));`,
      'first.ts': `export const FIRST = [{ title: 'a' }, { title: 'b', done: true }];`,
    });
    expect(read()).toMatchObject({
      items: [{ title: 'a' }, { title: 'b' }],
      open: [{ title: 'a' }],
    });
    expect(send('$UI.children.0.0.props.onClick')).toMatchObject({
      items: [{ title: 'b', done: true }],
      open: [],
    });
    expect(failures).toEqual([]);
  });

  it('a failure names the builder call that threw', () => {
    const { failures, facts } = run(
      {
        'bad.tsx': `
        import { computed, pattern } from 'commonfabric';
        export default pattern<{ n: number }>(({ n }) => {
          const total = computed(() => { if (n > 0) throw new Error('no'); return n; });
          return { total };
        });`,
      },
      { n: 1 },
    );
    const [failure] = failures;
    expect(failure?.phase).toBe('computation');
    expect(facts[failure?.origin?.fact ?? -1]).toMatchObject({
      builder: 'computed',
      name: 'total',
    });
  });

  it('objects of the pattern that hold references read like captured names', () => {
    const { read, send, failures } = run({
      'stats.tsx': `
        import { action, computed, handler, pattern, Writable } from 'commonfabric';
        const hand = handler<unknown, { stats: { count: number }; out: Writable<number> }>(
          (_, { stats, out }) => out.set(stats.count),
        );
        export default pattern(() => {
          const n = new Writable(1);
          const out = new Writable(0);
          const stats = {
            count: computed(() => n.get()),
            list: [computed(() => n.get() * 2)],
            deep: { x: n, many: computed(() => n.get() > 1) },
          };
          const head = <p>{stats.count}</p>;
          const input = <cf-input $value={n} />;
          return {
            same: computed(() => stats.count === 1 && stats.list[0] === 2 && !stats.deep.many),
            cell: computed(() => stats.deep.x.get()),
            taken: computed(() => { const { count } = stats; return stats.list.map((v) => v === 2).concat(count === 1); }),
            site: stats.count === 1,
            shown: computed(() => (n.get() > 0 ? head : null)),
            out,
            hand: hand({ stats, out }),
            sum: action(() => { if (stats.deep.many) out.set(stats.count + stats.list[0]); }),
            write: action(() => input.props.$value.set(5)),
          };
        });`,
    });
    expect(read()).toMatchObject({ same: true, cell: 1, taken: [true, true], site: true });
    expect(send('sum')).toMatchObject({ out: 0 });
    expect(send('hand')).toMatchObject({ out: 1 });
    expect(send('write')).toMatchObject({
      same: false,
      cell: 5,
      taken: [false, false],
      site: false,
      shown: { children: [5] },
    });
    expect(send('sum')).toMatchObject({ out: 15 });
    expect(failures).toEqual([]);
  });

  it('a cell that holds a Map keeps the methods of a cell', () => {
    const { read, send, failures } = run({
      'map.tsx': `
        import { action, computed, pattern, Writable } from 'commonfabric';
        export default pattern(() => {
          const ages = new Writable(new Map([['a', 1]]));
          return {
            size: computed(() => ages.get().size + (ages.get().get('a') ?? 0)),
            add: action(() => ages.set(new Map([...ages.get(), ['b', 2]]))),
          };
        });`,
    });
    expect(read()).toMatchObject({ size: 2 });
    expect(send('add')).toMatchObject({ size: 3 });
    expect(failures).toEqual([]);
  });
});
