import { describe, expect, it } from 'vitest';
import { makeHarness, withCells, type Loose } from './harness.ts';

describe('documents and links (R1, R2)', () => {
  it('follows a link met in the middle of a path', () => {
    const harness = makeHarness();
    const { api } = harness;
    const Child = api.pattern(() => ({ deep: { value: api.cell(5) } }));
    const Root = api.pattern(() => {
      const child = Child({});
      return { five: child.deep.value, again: child.key('deep', 'value') };
    });
    expect(harness.start(Root)).toEqual({ five: 5, again: 5 });
  });

  it('finds a stream below a nested key and below an index', () => {
    const harness = makeHarness();
    const { api } = harness;
    const Root = api.pattern(() => {
      const count = api.cell(0);
      const add = api.action(() => count.set((count.get() as never as number) + 1));
      return { count, controls: { add }, list: [add] };
    });
    harness.start(Root);
    harness.send('controls.add');
    expect(harness.send('list.0')).toMatchObject({ count: 2 });
  });

  it('refuses a circle of links instead of following it for ever', () => {
    const { failures, start, send, api } = makeHarness();
    start(
      api.pattern(() => {
        const a = api.cell(undefined);
        return {
          go: api.action(() => {
            a.set({ x: a.key('x') });
            a.key('x').get();
          }),
        };
      }),
    );
    send('go');
    expect(String(failures[0]?.thrown)).toMatch(/leads to itself/);
  });

  it('keeps one document for each property of the input', () => {
    const runs: string[] = [];
    const { at, api, start, send, $pb } = makeHarness();
    const Root = at({
      builder: 'pattern',
      argument: { properties: { a: { default: 1 }, b: { default: 1 } } },
    })(({ a, b }: Loose) => ({
      a: api.computed(() => {
        runs.push('a');
        return $pb.r(a);
      }),
      b: api.computed(() => {
        runs.push('b');
        return $pb.r(b);
      }),
      set: api.action(() => a.set(2)),
    }));
    start(Root);
    runs.length = 0;
    send('set');
    expect(runs).toEqual(['a']);
  });
});

describe('objects in arrays (R3)', () => {
  it('keep their identity when the array is reordered', () => {
    const { value } = withCells(
      { items: [{ n: 1 }, { n: 2 }], kept: null, same: null },
      ({ items, kept, same }) => {
        kept.set((items.get() as never as unknown[])[0]);
        items.set((items.get() as never as unknown[]).toReversed());
        items.key(1).key('n').set(10);
        same.set(items.key(1).equals(kept));
      },
    );
    expect(value).toMatchObject({ items: [{ n: 2 }, { n: 10 }], kept: { n: 10 }, same: true });
  });

  it('are removed by identity, not by value', () => {
    const { value } = withCells({ items: [{ n: 1 }, { n: 1 }, { n: 1 }] }, ({ items }) => {
      const list = items.get() as never as Loose[];
      items.remove({ n: 1 });
      items.key(1).key('n').set(2);
      items.remove(list[1]);
    });
    expect(value).toMatchObject({ items: [{ n: 1 }, { n: 1 }] });
  });

  it('are written in place by a path through the array', () => {
    const { value } = withCells({ items: [{ tags: ['a'] }] }, ({ items }) => {
      items.key(0).key('tags').push('b');
      items.key(0, 'tags', 0).set('A');
    });
    expect(value).toMatchObject({ items: [{ tags: ['A', 'b'] }] });
  });

  it('stay the same element when an object is set over them', () => {
    const { value } = withCells({ items: [{ n: 1 }], picked: null }, ({ items, picked }) => {
      picked.set((items.get() as never as unknown[])[0]);
      items.key(0).set({ n: 5 });
    });
    expect(value).toMatchObject({ items: [{ n: 5 }], picked: { n: 5 } });
  });
});

describe('what a write does with a value read earlier (R4)', () => {
  it('copies a part of a document', () => {
    const { value } = withCells({ form: { name: 'a' }, saved: null }, ({ form, saved }) => {
      saved.set(form.get());
      form.key('name').set('b');
    });
    expect(value).toMatchObject({ form: { name: 'b' }, saved: { name: 'a' } });
  });

  it('links an element of an array', () => {
    const { value } = withCells({ items: [{ n: 1 }], picked: [] }, ({ items, picked }) => {
      picked.push((items.get() as never as unknown[])[0]);
      items.key(0).key('n').set(2);
    });
    expect(value).toMatchObject({ picked: [{ n: 2 }] });
  });

  it('clears a selection without touching what was selected', () => {
    const { value } = withCells({ items: [{ n: 1 }], picked: null }, ({ items, picked }) => {
      picked.set((items.get() as never as unknown[])[0]);
      picked.set(null);
    });
    expect(value).toMatchObject({ items: [{ n: 1 }], picked: null });
  });
});

describe('writes go through links (R5)', () => {
  it('of a child to the cell of its parent, even when the new value is a reference', () => {
    const { api, at, start, send } = makeHarness();
    const Child = at({
      builder: 'pattern',
      argument: { properties: { picked: { asCell: ['cell'] }, items: { asCell: ['cell'] } } },
    })(({ picked, items }: Loose) => ({
      pick: api.action(() => picked.set((items.get() as never as unknown[])[0])),
    }));
    const Root = api.pattern(() => {
      const items = api.cell([{ n: 1 }]);
      const picked = api.cell(null);
      return { items, picked, child: Child({ picked, items }) };
    });
    start(Root);
    expect(send('child.pick')).toMatchObject({ picked: { n: 1 } });
  });

  it('but never to a computed value', () => {
    const { api, start, send, failures } = makeHarness();
    start(
      api.pattern(() => {
        const sum = api.computed(() => 1);
        return { sum, set: api.action(() => sum.set(2)) };
      }),
    );
    send('set');
    expect(String(failures[0]?.thrown)).toMatch(/is computed/);
  });

  it('of items out of a filtered computed to the original element', () => {
    const { api, start, send, $pb } = makeHarness();
    start(
      api.pattern(() => {
        const items = api.cell([{ done: true }, { done: false }]);
        const open = api.computed(() =>
          (items.get() as never as { done: boolean }[]).filter(({ done }) => !done),
        );
        return {
          items,
          open,
          finish: api.action(() => ($pb.p(open, 0, 'done') as Loose).set(true)),
        };
      }),
    );
    expect(send('finish')).toMatchObject({ items: [{ done: true }, { done: true }], open: [] });
  });
});
