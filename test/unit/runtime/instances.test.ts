import { describe, expect, it } from 'vitest';
import { makeHarness, type Loose } from './harness.ts';

const number = (cell: Loose): number => Number(cell.get());

describe('instances (R16)', () => {
  it('run their body once, untracked, even when a computation makes them', () => {
    let bodies = 0;
    const { api, start, send } = makeHarness();
    const Child = api.pattern(({ n, twice }: Loose & { twice: Loose }) => {
      bodies += 1;
      n.get();
      twice.get();
      return { n };
    });
    start(
      api.pattern(() => {
        const n = api.cell(1);
        const twice = api.computed(() => number(n) * 2);
        return { child: api.computed(() => Child({ n, twice })), add: api.action(() => n.set(2)) };
      }),
    );
    expect(send('add')).toMatchObject({ child: { n: 2 } });
    expect(bodies).toBe(1);
  });

  it('made in a handler and stored in an array stay live', () => {
    const { api, start, send } = makeHarness();
    const Child = api.pattern(({ n }: Loose) => ({
      label: api.str(['n = ', ''], n),
      add: api.action(() => n.set(number(n) + 1)),
    }));
    start(
      api.pattern(() => {
        const children = api.cell([]);
        return { children, spawn: api.action(() => children.push(Child({ n: 5 }))) };
      }),
    );
    send('spawn');
    expect(send('children.0.add')).toMatchObject({ children: [{ label: 'n = 6' }] });
  });

  it('take a whole reference as their input', () => {
    const { api, start, send } = makeHarness();
    const Child = api.pattern(({ n }: Loose) => ({
      set: api.action(() => n.set(3)),
    }));
    start(
      api.pattern(() => {
        const state = api.cell({ n: 1 });
        return { state, child: Child(state) };
      }),
    );
    expect(send('child.set')).toMatchObject({ state: { n: 3 } });
  });

  it('know their own result as SELF', () => {
    const { api, start } = makeHarness();
    const SELF = api.SELF as never as 'self';
    const Root = api.pattern((input: Loose) => {
      const self = input[SELF];
      return {
        name: 'me',
        twice: api.lift((me: { name: string }) => `${me.name} ${me.name}`)(self),
      };
    });
    expect(start(Root)).toEqual({ name: 'me', twice: 'me me' });
  });

  it('turn event functions of a view into streams', () => {
    const { api, start, send, $pb } = makeHarness();
    start(
      api.pattern(() => {
        const n = api.cell(0);
        return {
          n,
          $UI: $pb.h('button', { onClick: ({ by }: { by: number }) => n.set(by) }, 'go'),
        };
      }),
    );
    expect(send('$UI.props.onClick', { by: 4 })).toMatchObject({ n: 4 });
  });
});

/** A list whose rows have a counter of their own. */
function makeList() {
  const harness = makeHarness();
  const { api, $pb } = harness;
  let made = 0;
  const Root = api.pattern(() => {
    const items = api.cell([{ t: 'a' }, { t: 'b' }, { t: 'c' }]);
    const read = (): Loose[] => items.get() as never as Loose[];
    return {
      items,
      rows: items.map((item: Loose, index: Loose) => {
        made += 1;
        const clicks = api.cell(0);
        return {
          title: item.t,
          clicks,
          at: index,
          label: $pb.x({ $site: () => `${String($pb.r(index))}${String($pb.r(item.t))}` }),
          click: api.action(() => clicks.set(number(clicks) + 1)),
        };
      }),
      open: items.filter((item: Loose) => $pb.x({ $site: () => $pb.r(item.t) !== 'b' })),
      twice: items.flatMap((item: Loose) => [item.t, item.t]),
      reverse: api.action(() => items.set(read().toReversed())),
      drop: api.action(() => items.remove(read()[0])),
      add: api.action(() => items.push({ t: 'd' })),
      rename: api.action(() => items.key(0).key('t').set('b')),
    };
  });
  return { ...harness, Root, made: () => made };
}

describe('rows of a list (R17)', () => {
  it('keep their own state when the list is reordered', () => {
    const { start, send, Root, made } = makeList();
    start(Root);
    send('rows.0.click');
    expect(send('reverse')).toMatchObject({
      rows: [
        { title: 'c', clicks: 0, at: 0, label: '0c' },
        { title: 'b', clicks: 0, at: 1 },
        { title: 'a', clicks: 1, at: 2, label: '2a' },
      ],
    });
    expect(made()).toBe(3);
  });

  it('are made for new elements only', () => {
    const { start, send, Root, made } = makeList();
    start(Root);
    send('rows.1.click');
    send('drop');
    expect(send('add')).toMatchObject({
      rows: [{ title: 'b', clicks: 1 }, { title: 'c' }, { title: 'd' }],
    });
    expect(made()).toBe(4);
  });

  it('filter and flatten live', () => {
    const { start, send, Root } = makeList();
    expect(start(Root)).toMatchObject({
      open: [{ t: 'a' }, { t: 'c' }],
      twice: ['a', 'a', 'b', 'b', 'c', 'c'],
    });
    expect(send('rename')).toMatchObject({ open: [{ t: 'c' }] });
  });

  it('of primitives go by position', () => {
    const { api, start, send } = makeHarness();
    start(
      api.pattern(() => {
        const names = api.cell(['x', 'y']);
        return {
          rows: names.map((name: Loose) => ({ name })),
          add: api.action(() => names.push('x')),
        };
      }),
    );
    expect(send('add')).toMatchObject({ rows: [{ name: 'x' }, { name: 'y' }, { name: 'x' }] });
  });

  it('end with their element', () => {
    const runs: unknown[] = [];
    const { api, start, send } = makeHarness();
    start(
      api.pattern(() => {
        const items = api.cell([{ t: 'a' }]);
        const n = api.cell(0);
        items.map((item: Loose) => api.computed(() => runs.push([item.t, n.get()])));
        return {
          clear: api.action(() => items.set([])),
          bump: api.action(() => n.set(number(n) + 1)),
        };
      }),
    );
    send('clear');
    runs.length = 0;
    send('bump');
    expect(runs).toEqual([]);
  });
});

describe('stored results (R18)', () => {
  it('that are deeply equal are not passed on', () => {
    let runs = 0;
    const { api, start, send, $pb } = makeHarness();
    start(
      api.pattern(() => {
        const n = api.cell(1);
        const parity = api.computed(() => ({ odd: number(n) % 2 === 1, list: [1] }));
        const text = api.computed(() => {
          runs += 1;
          return String(($pb.r(parity) as { odd: boolean }).odd);
        });
        return { text, add: api.action(() => n.set(number(n) + 2)) };
      }),
    );
    send('add');
    expect(runs).toBe(1);
  });

  it('hold cells as cells and choose branches as links', () => {
    const { api, start, send } = makeHarness();
    start(
      api.pattern(() => {
        const a = api.cell(1);
        const b = api.cell(2);
        const first = api.cell(true);
        const chosen = api.ifElse(first, a, b);
        const picked = api.computed(() => (String(first.get()) === 'true' ? a : b));
        return {
          a,
          b,
          chosen,
          both: api.computed(() => number(picked)),
          write: api.action(() => chosen.set(9)),
          flip: api.action(() => first.set(false)),
        };
      }),
    );
    expect(send('write')).toMatchObject({ a: 9, chosen: 9, both: 9 });
    expect(send('flip')).toMatchObject({ b: 2, chosen: 2, both: 2 });
  });

  it('are frozen copies: a later change of what was returned is not seen', () => {
    const kept: { n: number }[] = [];
    const { api, start, read } = makeHarness();
    start(
      api.pattern(() => ({
        list: api.computed(() => {
          kept.push({ n: 1 });
          return kept;
        }),
      })),
    );
    Object.assign(kept[0] ?? {}, { n: 2 });
    kept.push({ n: 3 });
    expect(read('list')).toEqual([{ n: 1 }]);
  });
});
