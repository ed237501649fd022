import { describe, expect, it } from 'vitest';
import { makeHarness, withCells, type Loose } from './harness.ts';

describe('the methods of cells', () => {
  it('update, increment and set answer for parts and wholes', () => {
    const { value } = withCells({ form: { a: 1, b: 2 }, n: 1, kept: undefined }, (cells) => {
      cells.form.update({ b: 3, c: 4 });
      cells.n.increment();
      cells.n.increment(5);
      cells.kept.increment();
    });
    expect(value).toMatchObject({ form: { a: 1, b: 3, c: 4 }, n: 7, kept: 1 });
  });

  it('push makes the list, and takes several', () => {
    const { value } = withCells({ list: undefined }, ({ list }) => {
      list.push(1, 2);
      list.push(3);
    });
    expect(value).toMatchObject({ list: [1, 2, 3] });
  });

  it('remove takes the first, removeAll every, removeByValue what is equal', () => {
    const { value } = withCells(
      { a: [1, 2, 1], b: [1, 2, 1], items: [{ t: 1 }, { t: 2 }] },
      (cells) => {
        cells.a.remove(1);
        cells.b.removeAll(1);
        cells.items.removeByValue({ t: 1 });
      },
    );
    expect(value).toMatchObject({ a: [2, 1], b: [2], items: [{ t: 2 }] });
  });

  it('addUnique adds what is not there', () => {
    const { value } = withCells({ items: [{ t: [1] }], list: ['x'] }, ({ items, list }) => {
      items.addUnique({ t: [1] }, { t: [2] });
      list.addUnique('x', 'y');
    });
    expect(value).toMatchObject({ items: [{ t: [1] }, { t: [2] }], list: ['x', 'y'] });
  });

  it('elementById finds by id and writes in place', () => {
    const { value } = withCells({ items: [{ id: 'a' }, { id: 'b' }] }, ({ items }) =>
      items.elementById('b').key('n').set(1),
    );
    expect(value).toMatchObject({ items: [{ id: 'a' }, { id: 'b', n: 1 }] });
  });

  it('refuse a list method on something else', () => {
    expect(() => withCells({ n: 1 }, ({ n }) => n.push(1))).toThrow(/needs a list/);
  });

  it('equals compares places, valueEqual what they hold', () => {
    const { value } = withCells({ items: [{ t: 1 }, { t: 1 }], saved: [] }, ({ items, saved }) => {
      const [first, second] = items.get() as never as [Loose, Loose];
      saved.set([
        items.key(0).equals(first),
        items.key(0).equals(second),
        items.key(0).resolveAsCell().equals(items.key(0)),
      ]);
    });
    expect(value).toMatchObject({ saved: [true, false, true] });
    const { api } = makeHarness();
    expect([
      api.equals(undefined, undefined),
      api.equals(1, 1),
      api.valueEqual({ a: [1] }, { a: [1] }),
      api.valueEqual({ a: [1] }, { a: [2] }),
      api.Cell.of(1) instanceof Object,
    ]).toEqual([false, true, true, false, true]);
  });

  it('sample does not subscribe', () => {
    let runs = 0;
    const { api, start, send } = makeHarness();
    start(
      api.pattern(() => {
        const n = api.cell(1);
        api.computed(() => {
          runs += 1;
          return n.sample();
        });
        return { set: api.action(() => n.set(2)) };
      }),
    );
    send('set');
    expect(runs).toBe(1);
  });

  it('a constructor gives the same as the function, in every scope', () => {
    const { api, start } = makeHarness();
    const { perUser } = api.Writable as never as { perUser: Loose };
    expect(
      start(
        api.pattern(() => ({
          a: new api.Writable(1),
          b: api.Cell.of(2),
          c: new perUser(3),
          d: perUser.of(4),
        })),
      ),
    ).toEqual({ a: 1, b: 2, c: 3, d: 4 });
  });
});

describe('conditionals', () => {
  it('follow their condition', () => {
    const { api, start, send } = makeHarness();
    start(
      api.pattern(() => {
        const on = api.cell(0);
        return {
          ifElse: api.ifElse(on, 'yes', 'no'),
          when: api.when(on, 'shown'),
          unless: api.unless(on, 'fallback'),
          text: api.str(['on = ', '!'], on),
          turn: api.action(() => on.set(1)),
        };
      }),
    );
    expect(send('turn')).toMatchObject({
      ifElse: 'yes',
      when: 'shown',
      unless: 1,
      text: 'on = 1!',
    });
  });

  it('start with the other branch', () => {
    const { api, start } = makeHarness();
    const Root = api.pattern(() => {
      const on = api.cell(0);
      return { a: api.ifElse(on, 1, 2), b: api.when(on, 1), c: api.unless(on, 1) };
    });
    expect(start(Root)).toEqual({ a: 2, b: 0, c: 1 });
  });

  it('derive takes a reference, a record or a list', () => {
    const { api, start } = makeHarness();
    const Root = api.pattern(() => {
      const n = api.cell(2);
      return {
        one: api.derive(n, (value: number) => value + 1),
        record: api.derive({ a: n, b: 3 }, ({ a, b }: { a: number; b: number }) => a + b),
        list: api.derive([n, n], ([a, b]: number[]) => Number(a) * Number(b)),
      };
    });
    expect(start(Root)).toEqual({ one: 3, record: 5, list: 4 });
  });
});

describe('views of a pattern', () => {
  it('are made by h in the shape that tests walk', () => {
    const { $pb } = makeHarness();
    expect($pb.h('div', null, 'a', ['b', ['c']], null, false)).toEqual({
      type: 'vnode',
      name: 'div',
      props: {},
      children: ['a', 'b', ['c'], null, false],
    });
    expect($pb.h($pb.Fragment, null)).toMatchObject({ name: 'cf-fragment' });
    const Tag = (props: unknown): unknown => props;
    expect($pb.h(Tag, { a: 1 }, 'x')).toEqual({ a: 1, children: ['x'] });
  });

  it('bind to cells and parts of them, never to plain values', () => {
    const { api, start, $pb } = makeHarness();
    start(
      api.pattern(() => {
        const form = api.cell({ name: 'a' });
        const input = $pb.h('cf-input', { $value: $pb.p(form, 'name') });
        expect(() => $pb.h('cf-input', { $value: 'plain' })).toThrow(/bound to a plain value/);
        return { input };
      }),
    );
  });
});
