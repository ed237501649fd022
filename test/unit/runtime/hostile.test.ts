import { describe, expect, it } from 'vitest';
import { makeHarness, withCells } from './harness.ts';

describe('hostile values', () => {
  it.each([
    [
      'a getter that throws',
      () => ({
        get x(): never {
          throw new Error('boo');
        },
      }),
      /boo/,
    ],
    [
      'a proxy that lies about its length',
      () => new Proxy([], { get: (_, key) => (key === 'length' ? 2 ** 31 : 1) }),
      /parts/,
    ],
    [
      'a revoked proxy',
      () => {
        const p = Proxy.revocable({}, {});
        p.revoke();
        return p.proxy;
      },
      /revoked/,
    ],
    [
      'endless nesting',
      () => {
        let x: object = {};
        for (let i = 0; i < 5000; i += 1) x = { x };
        return x;
      },
      /deeper/,
    ],
  ])('%s ends as the error of its handler', (_name, make, expected) => {
    const { api, start, send, failures } = makeHarness();
    start(
      api.pattern(() => {
        const cell = api.cell(1);
        return {
          cell,
          go: api.action(() => {
            cell.set(2);
            cell.set(make());
          }),
        };
      }),
    );
    expect(send('go')).toMatchObject({ cell: 1 });
    expect(String(failures[0]?.thrown)).toMatch(expected);
  });

  it('a circle is stored once', () => {
    const circle: Record<string, unknown> = { n: 1 };
    circle['self'] = circle;
    const { api, start } = makeHarness();
    const result = start(api.pattern(() => ({ n: api.cell(circle).self['self']['n'] })));
    expect(result).toEqual({ n: 1 });
  });

  it('a key named __proto__ is data', () => {
    const value: unknown = JSON.parse('{"__proto__": {"evil": 1}}');
    const { value: shown } = withCells({ cell: value }, () => undefined);
    expect(Object.hasOwn(shown['cell'] as object, '__proto__')).toBe(true);
    expect((shown['cell'] as { evil?: number }).evil).toBeUndefined();
  });

  it('Map, Set and Date are kept and cannot be changed', () => {
    const { api, start, failures, $pb } = makeHarness();
    const seen: unknown[] = [];
    start(
      api.pattern(() => {
        const data = api.computed(() => ({
          map: new Map([['a', { n: 1 }]]),
          set: new Set([1]),
          date: new Date(5),
        }));
        return {
          out: api.computed(() => {
            const { map, set, date } = $pb.r(data) as {
              map: Map<string, { n: number }>;
              set: Set<number>;
              date: Date;
            };
            seen.push(
              map instanceof Map,
              map.get('a')?.n,
              [...map.keys()],
              set.has(1),
              set.size,
              date.getTime(),
            );
            expect(() => map.set('b', { n: 2 })).toThrow(/stored/);
            expect(() => Set.prototype.add.call(set, 2)).toThrow(TypeError);
            return 1;
          }),
        };
      }),
    );
    expect(failures).toEqual([]);
    expect(seen).toEqual([true, 1, ['a'], true, 1, 5]);
  });
});
