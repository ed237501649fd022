import { describe, expect, it } from 'vitest';
import { makeHarness, type Loose } from './harness.ts';

/** What `look` gives when it runs in a handler that holds a cell with `value`. */
function inHandler(value: unknown, look: (cell: Loose) => unknown): unknown {
  const { api, start, send, failures } = makeHarness();
  let seen: unknown;
  start(
    api.pattern(() => {
      const cell = api.cell(value);
      return {
        go: api.action(() => {
          seen = look(cell);
        }),
      };
    }),
  );
  send('go');
  if (failures[0] !== undefined) throw failures[0].thrown;
  return seen;
}

type Item = { n: number } | undefined;
const items = (cell: Loose): Item[] => cell.get() as never as Item[];

describe('views (R6)', () => {
  it('are the same object for the same data', () => {
    expect(
      inHandler([{ n: 1 }], (cell) => [
        items(cell) === items(cell),
        items(cell)[0] === items(cell)[0],
        items(cell).includes(items(cell)[0]),
        items(cell).indexOf(items(cell)[0]),
        new Map([[items(cell)[0], 'x']]).get(items(cell)[0]),
      ]),
    ).toEqual([true, true, true, 0, 'x']);
  });

  it('behave as arrays', () => {
    expect(
      inHandler([{ n: 2 }, { n: 1 }], (cell) => [
        Array.isArray(items(cell)),
        items(cell).length,
        [...items(cell)].length,
        items(cell).map((each) => each?.n),
        items(cell)
          .toSorted((a, b) => Number(a?.n) - Number(b?.n))
          .map((each) => each?.n),
        JSON.stringify(items(cell)),
        items(cell).concat([{ n: 3 }]).length,
        items(cell).slice(1)[0]?.n,
      ]),
    ).toEqual([true, 2, 2, [2, 1], [1, 2], '[{"n":2},{"n":1}]', 3, 1]);
  });

  it('spread, list their keys and answer `in`', () => {
    expect(
      inHandler({ a: 1, b: { c: 2 } }, (cell) => {
        const view = cell.get() as never as { a: number; b: { c: number } };
        return [
          Object.keys(view),
          { ...view.b },
          'a' in view,
          'z' in view,
          Object.entries(view).length,
        ];
      }),
    ).toEqual([['a', 'b'], { c: 2 }, true, false, 2]);
  });

  it('stay usable after they were frozen', () => {
    expect(
      inHandler([{ n: 1 }], (cell) => {
        const view = Object.freeze(items(cell));
        return [
          Object.isFrozen(view),
          Object.keys(view),
          view.length,
          view[0]?.n,
          [...view].length,
          { ...view[0] },
        ];
      }),
    ).toEqual([true, ['0'], 1, 1, 1, { n: 1 }]);
  });

  it.each([
    [
      'assignment',
      (view: Item[]) => {
        Object.assign(view[0] ?? {}, { n: 5 });
      },
    ],
    ['push', (view: Item[]) => view.push({ n: 5 })],
    ['sort in place', (view: Item[]) => view.sort()],
    ['delete', (view: Item[]) => Reflect.deleteProperty(view, 0)],
    ['defineProperty', (view: Item[]) => Object.defineProperty(view, 0, { value: 1 })],
  ])('refuse %s', (_name, change) => {
    expect(() => inHandler([{ n: 1 }, { n: 2 }], (cell) => change(items(cell)))).toThrow(
      /read-only/,
    );
  });

  it('keep what they captured while links in them stay live', () => {
    expect(
      inHandler([{ n: 1 }], (cell) => {
        const before = items(cell);
        cell.key(0).key('n').set(2);
        cell.push({ n: 9 });
        return [before.length, before[0]?.n, items(cell).length];
      }),
    ).toEqual([1, 2, 2]);
  });

  it('fill in declared defaults', () => {
    const { at, api, start } = makeHarness();
    const item = { properties: { title: { type: 'string' }, done: { default: false } } } as const;
    const Root = at({
      builder: 'pattern',
      argument: { properties: { list: { type: 'array', items: item } } },
    })(({ list }: Loose) => ({
      list,
      text: at({ builder: 'lift', argument: { items: item } })((all: { done: boolean }[]) =>
        JSON.stringify(all.map((each) => ({ ...each }))),
      )(list),
      none: api.computed(() => 0),
    }));
    expect(start(Root, { list: [{ title: 'a' }] })).toMatchObject({
      list: [{ title: 'a', done: false }],
      text: '[{"title":"a","done":false}]',
    });
  });

  it('are copied by the pattern’s structuredClone', () => {
    const { api, runtime, start } = makeHarness();
    const clone = runtime.globals['structuredClone'] as (value: unknown) => { n: number }[];
    const result = start(
      api.pattern(() => {
        const cell = api.cell([{ n: 1 }]);
        return {
          copy: api.computed(() => {
            const copy = clone(cell.get());
            copy[0] = { n: Number(copy[0]?.n) + 1 };
            copy.push({ n: 7 });
            return copy;
          }),
          cell,
        };
      }),
    );
    expect(result).toEqual({ copy: [{ n: 2 }, { n: 7 }], cell: [{ n: 1 }] });
  });
});

describe('references', () => {
  it('read as JSON and answer no one who waits for them', async () => {
    const { api, start } = makeHarness();
    let reference: unknown;
    start(api.pattern(() => ((reference = api.cell({ a: 1 })), { reference })));
    expect(JSON.stringify({ reference })).toBe('{"reference":{"a":1}}');
    expect(await Promise.resolve(reference)).toBe(reference);
  });

  it('prefer data to a method of the same name', () => {
    const { api, start, $pb } = makeHarness();
    const result = start(
      api.pattern(() => {
        const record = api.cell({ set: 1, get: 2, key: 3 });
        return {
          sum: api.computed(() => {
            const view = $pb.r(record) as { set: number; get: number; key: number };
            return view.set + view.get + view.key;
          }),
        };
      }),
    );
    expect(result).toEqual({ sum: 6 });
  });

  it('of a stream answer only for send', () => {
    const { api, start } = makeHarness();
    start(
      api.pattern(() => {
        const stream = api.action(() => undefined);
        expect('send' in stream).toBe(true);
        expect('get' in stream).toBe(false);
        return { stream };
      }),
    );
  });

  it('survive being frozen by the guest', () => {
    const { api, start } = makeHarness();
    expect(start(api.pattern(() => ({ a: Object.freeze(api.cell(3)) })))).toEqual({ a: 3 });
  });

  it('are destructured in a pattern body', () => {
    const { api, start } = makeHarness();
    const result = start(
      api.pattern(() => {
        const [first, second] = api.computed(() => ['a', 'b']) as never as Loose[];
        return { first, second };
      }),
    );
    expect(result).toEqual({ first: 'a', second: 'b' });
  });
});
