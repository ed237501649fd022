import { describe, expect, it } from 'vitest';
import { makeHarness, type Loose } from './harness.ts';

const number = (cell: Loose): number => Number(cell.get());

describe('failures of computations', () => {
  it('are reported once per run, and the rest of the graph goes on', () => {
    const { api, at, start, send, failures } = makeHarness();
    start(
      api.pattern(() => {
        const n = api.cell(0);
        const bad = at({ builder: 'computed', name: 'bad' })(() => {
          if (number(n) < 2) throw new Error('bad');
          return 'good';
        });
        return {
          bad,
          after: api.computed(() => number(n)),
          add: api.action(() => n.set(number(n) + 1)),
        };
      }),
    );
    expect(failures).toMatchObject([{ phase: 'computation', origin: { fact: 0 } }]);
    expect(send('add')).toMatchObject({ after: 1, bad: undefined });
    expect(failures.length).toBe(2);
    expect(send('add')).toMatchObject({ after: 2, bad: 'good' });
    expect(failures.length).toBe(2);
  });

  it('put back what they wrote', () => {
    const { api, start, failures } = makeHarness();
    const result = start(
      api.pattern(() => {
        const n = api.cell(1);
        api.computed(() => {
          n.set(2);
          throw new Error('bad');
        });
        return { n };
      }),
    );
    expect(result).toEqual({ n: 1 });
    expect(failures.length).toBe(1);
  });
});

describe('waiting is not failing', () => {
  it('for a value that has not arrived, until it arrives', () => {
    const { api, at, start, send, runtime, failures, $pb } = makeHarness();
    start(
      at({ builder: 'pattern', argument: { properties: { user: { type: 'object' } } } })(
        ({ user }: Loose) => ({
          upper: api.computed(() => ($pb.r(user) as { name: string }).name.toUpperCase()),
          arrive: api.action(() => user.set({ name: 'ada' })),
        }),
      ),
    );
    expect(runtime.waiting()).toMatchObject([{ for: 'user' }]);
    expect(send('arrive')).toMatchObject({ upper: 'ADA' });
    expect(runtime.waiting()).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('names the missing part of a value', () => {
    const { at, api, start, runtime, $pb } = makeHarness();
    start(
      at({ builder: 'pattern', argument: { properties: { items: {} } } })(({ items }: Loose) => ({
        upper: api.computed(() => ($pb.r(items) as { title: string }[])[0]?.title.toUpperCase()),
      })),
      { items: [{}] },
    );
    expect(runtime.waiting()).toMatchObject([{ for: 'items.0.title' }]);
  });

  it('but a method that an object does not have will not arrive', () => {
    const { at, api, start, runtime, failures, $pb } = makeHarness();
    start(
      at({ builder: 'pattern', argument: { properties: { items: {} } } })(({ items }: Loose) => ({
        a: api.computed(() => ($pb.r(items) as { shout: () => string }[])[0]?.shout()),
      })),
      { items: [{ title: 'a' }] },
    );
    expect(runtime.waiting()).toEqual([]);
    expect(failures).toMatchObject([{ phase: 'computation' }]);
  });

  it('but a declared undefined, and any other error, is a failure', () => {
    const { at, api, start, runtime, failures, $pb } = makeHarness();
    start(
      at({ builder: 'pattern', argument: { properties: { user: { optional: true }, name: {} } } })(
        ({ user, name }: Loose) => ({
          a: api.computed(() => ($pb.r(user) as { name: string }).name),
          b: api.computed(() => {
            void $pb.r(name);
            throw new RangeError('mine');
          }),
        }),
      ),
    );
    expect(runtime.waiting()).toEqual([]);
    expect(failures.length).toBe(2);
  });
});
