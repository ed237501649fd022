import { describe, expect, it } from 'vitest';
import { makeHarness, type Loose } from './harness.ts';

const cell = { asCell: ['cell'] } as const;

describe('binding by declaration (R8)', () => {
  it('gives cells, values and streams as the state declares them', () => {
    const { api, at, start, send } = makeHarness();
    const seen: unknown[] = [];
    const use = at({
      builder: 'handler',
      argument: {
        properties: { asCell: cell, plain: {}, stream: { asCell: ['stream'] }, own: cell },
      },
    })((_event: unknown, state: Loose) => {
      seen.push(state.plain, typeof state.asCell.get, typeof state.stream.send, state.own.get());
      state.own.set(2);
      state.asCell.set(1);
    });
    start(
      api.pattern(() => {
        const n = api.cell(0);
        const other = api.action(() => undefined);
        return { n, go: use({ asCell: n, plain: n, stream: other, own: 1 }) };
      }),
    );
    expect(send('go')).toMatchObject({ n: 1 });
    send('go');
    expect(seen).toEqual([0, 'function', 'function', 1, 1, 'function', 'function', 2]);
  });

  it('takes a view to its hidden place', () => {
    const { api, at, start, send } = makeHarness();
    const rename = at({ builder: 'handler', argument: { properties: { item: cell } } })(
      (_event: unknown, { item }: Loose) => item.key('name').set('new'),
    );
    start(
      api.pattern(() => {
        const items = api.cell([{ name: 'old' }]);
        const renamers = api.computed(() =>
          (items.get() as never as object[]).map((item) => rename({ item })),
        );
        return { items, renamers };
      }),
    );
    expect(send('renamers.0')).toMatchObject({ items: [{ name: 'new' }] });
  });

  it('takes the whole input as the state', () => {
    const { at, start, send } = makeHarness();
    const roll = at({ builder: 'handler', argument: { properties: { value: cell } } })(
      (_event: unknown, state: Loose) => state.value.set(4),
    );
    start(
      at({ builder: 'pattern', argument: { properties: { value: { default: 1 } } } })(
        (state: Loose) => ({ value: state.value, roll: roll(state) }),
      ),
    );
    expect(send('roll')).toMatchObject({ value: 4 });
  });

  it('takes explicit schemas of the older API, before or after the function', () => {
    const { api, start, send } = makeHarness();
    const state = { type: 'object', properties: { n: { asCell: true } } };
    const add = (_: unknown, { n }: Loose) => n.set(Number(n.get()) + 1);
    start(
      api.recipe('Name', { properties: { n: { default: 1 } } }, {}, ({ n }: Loose) => ({
        n,
        before: api.handler({}, state, add)({ n }),
        after: api.handler(add, {}, state)({ n }),
      })),
    );
    send('before');
    expect(send('after')).toMatchObject({ n: 3 });
  });

  it('gives an untyped lift parameter as a cell where its body uses one (R9)', () => {
    const { api, at, start } = makeHarness();
    const whole = at({ builder: 'lift', cellUse: true })((n: Loose) => Number(n.get()) + 1);
    const named = at({ builder: 'lift', cellUse: ['a'] })(
      ({ a, b }: Loose) => Number(a.get()) + Number(b),
    );
    const declared = at({ builder: 'lift', cellUse: true, argument: { type: 'number' } })(
      (n: unknown) => typeof n,
    );
    const result = start(
      api.pattern(() => {
        const n = api.cell(1);
        return { whole: whole(n), named: named({ a: n, b: n }), declared: declared(n) };
      }),
    );
    expect(result).toEqual({ whole: 2, named: 2, declared: 'number' });
  });
});

describe('events (R7)', () => {
  it('keep references, so that an item of an event can be removed', () => {
    const { api, start, send } = makeHarness();
    start(
      api.pattern(() => {
        const items = api.cell([{ n: 1 }, { n: 2 }]);
        const remove = api.action((event: { item: unknown }) => items.remove(event.item));
        const first = api.action(() =>
          remove.send({ item: (items.get() as never as unknown[])[0] }),
        );
        return { items, first };
      }),
    );
    expect(send('first')).toMatchObject({ items: [{ n: 2 }] });
  });

  it('give a cell where the event declares one', () => {
    const { api, at, start, send } = makeHarness();
    start(
      api.pattern(() => {
        const source = api.cell({ n: 1 });
        const drop = at({ builder: 'action', event: { properties: { source: cell } } })(
          (event: Loose) => event.source.key('n').set(2),
        );
        return { source, go: api.action(() => drop.send({ source })) };
      }),
    );
    expect(send('go')).toMatchObject({ source: { n: 2 } });
  });

  it('fill in declared defaults', () => {
    const { api, at, start, send } = makeHarness();
    start(
      api.pattern(() => {
        const n = api.cell(0);
        const set = at({ builder: 'action', event: { properties: { sides: { default: 6 } } } })(
          ({ sides }: { sides: number }) => n.set(sides),
        );
        return { n, set };
      }),
    );
    expect(send('set', {})).toMatchObject({ n: 6 });
  });
});

describe('defaults', () => {
  const argument = {
    properties: {
      list: { default: [{ n: 1 }] },
      size: { defaultFrom: { module: '/constants.ts', name: 'SIZE' } },
      kept: { default: 5 },
    },
  } as const;

  it('are each instance’s own, and may be a constant of another module', () => {
    const { api, at, start, send, constants } = makeHarness();
    constants.set('/constants.ts#SIZE', { w: 3 });
    const Child = at({ builder: 'pattern', argument })(({ list, size, kept }: Loose) => ({
      list,
      size,
      kept,
      change: api.action(() => list.key(0).key('n').set(2)),
    }));
    start(api.pattern(() => ({ a: Child({ kept: 0 }), b: Child({}) })));
    expect(send('a.change')).toMatchObject({
      a: { list: [{ n: 2 }], size: { w: 3 }, kept: 0 },
      b: { list: [{ n: 1 }], kept: 5 },
    });
  });

  it('fill lists whose elements have an identity', () => {
    const { api, at, start, send } = makeHarness();
    start(
      at({
        builder: 'pattern',
        argument: { properties: { list: { default: [{ n: 1 }, { n: 2 }] } } },
      })(({ list }: Loose) => ({
        list,
        titles: list.map((item: Loose) => ({ own: api.cell(0), n: item.n })),
        turn: api.action(() => {
          const [first] = list.get() as never as [Loose];
          list.set((list.get() as never as unknown[]).toReversed());
          list.remove(first);
        }),
      })),
    );
    expect(send('turn')).toMatchObject({ list: [{ n: 2 }] });
  });

  it('answer for a linked value that is undefined, and writes still go through', () => {
    const { api, at, start, send } = makeHarness();
    const Child = at({ builder: 'pattern', argument: { properties: { n: { default: 7 } } } })(
      ({ n }: Loose) => ({ n, set: api.action(() => n.set(8)) }),
    );
    const Root = api.pattern(() => {
      const n = api.cell(undefined);
      return { n, child: Child({ n }) };
    });
    expect(start(Root)).toMatchObject({ child: { n: 7 } });
    expect(send('child.set')).toMatchObject({ n: 8, child: { n: 8 } });
  });
});

describe('captured names (R10, R11)', () => {
  it('are references in a pattern body, values or cells elsewhere', () => {
    const { api, at, start, $pb } = makeHarness();
    const seen: unknown[] = [];
    start(
      at({
        builder: 'pattern',
        argument: { properties: { plain: { default: 1 }, held: { ...cell, default: 2 } } },
      })(({ plain, held }: Loose) => {
        seen.push($pb.r(plain) === plain);
        return {
          out: api.computed(() => {
            seen.push($pb.r(plain), $pb.r(held) === held, held.get(), $pb.r(5));
            return 0;
          }),
        };
      }),
    );
    expect(seen).toEqual([true, 1, true, 2, 5]);
  });

  it('`arg` gives the reference to a factory and the value to a helper', () => {
    const { api, start, $pb } = makeHarness();
    const seen: unknown[] = [];
    const lifted = api.lift((n: number) => n + 1);
    const helper = (n: unknown): unknown => n;
    start(
      api.pattern(() => {
        const n = api.computed(() => 1);
        return {
          out: api.computed(() => {
            seen.push($pb.arg(lifted, n) === n, $pb.arg(helper, n));
            return lifted($pb.arg(lifted, n));
          }),
        };
      }),
    );
    expect(seen).toEqual([true, 1]);
  });

  it('`p` leads to a place without reading it, through views too', () => {
    const { api, start, send, $pb } = makeHarness();
    start(
      api.pattern(() => {
        const items = api.cell([{ done: false }]);
        const ui = api.computed(() =>
          (items.get() as never as object[]).map((item) =>
            $pb.h('cf-checkbox', { $checked: $pb.p(item, 'done') }),
          ),
        );
        const check = api.action(() => {
          ($pb.p(ui, 0, 'props', '$checked') as Loose).set(true);
        });
        return { items, ui, check };
      }),
    );
    expect(send('check')).toMatchObject({
      items: [{ done: true }],
      ui: [{ props: { $checked: true } }],
    });
    expect($pb.p({ a: { b: 1 } }, 'a', 'b')).toBe(1);
  });
});
