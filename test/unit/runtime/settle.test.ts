import { describe, expect, it } from 'vitest';
import { makeHarness, type Loose } from './harness.ts';

const number = (cell: Loose): number => Number(cell.get());

describe('expression sites (R11, R12)', () => {
  it('stay bare values when they read nothing, and are live when they do', () => {
    const { api, start, send, $pb } = makeHarness();
    let bare: unknown;
    start(
      api.pattern(() => {
        const n = api.cell(1);
        bare = $pb.x({ $site: () => 1 + 1 });
        return {
          live: $pb.x({ $site: () => number(n) * 2 }),
          add: api.action(() => n.set(number(n) + 1)),
        };
      }),
    );
    expect(bare).toBe(2);
    expect(send('add')).toMatchObject({ live: 4 });
  });

  it('throw into the body when they read nothing', () => {
    const { api, start, $pb } = makeHarness();
    const boom = (): never => {
      throw new Error('plain');
    };
    expect(() => start(api.pattern(() => ({ x: $pb.x({ $site: boom }) })))).toThrow('plain');
  });

  it('with a factory as callee run in the pattern frame', () => {
    const { api, start, $pb } = makeHarness();
    let same = false;
    start(
      api.pattern(() => {
        const n = api.cell({ a: 1 });
        const lifted = api.lift((x: unknown) => x);
        return {
          out: $pb.x(
            {
              $site: () => {
                same = typeof n['a'] === 'object';
                return lifted(n['a']);
              },
            },
            lifted,
          ),
        };
      }),
    );
    expect(same).toBe(true);
  });
});

describe('handlers (R13)', () => {
  it('see their own writes, and computed values of the last settle', () => {
    const { api, start, send, $pb } = makeHarness();
    const seen: unknown[] = [];
    start(
      api.pattern(() => {
        const n = api.cell(1);
        const double = api.computed(() => number(n) * 2);
        return {
          double,
          go: api.action(() => {
            n.set(5);
            seen.push(n.get(), $pb.r(double));
          }),
        };
      }),
    );
    expect(send('go')).toMatchObject({ double: 10 });
    expect(seen).toEqual([5, 2]);
  });

  it('that throw put everything back, and the graph lives on', () => {
    const { api, start, send, failures } = makeHarness();
    start(
      api.pattern(() => {
        const items = api.cell([{ n: 1 }]);
        const other = api.action(() => items.push({ n: 3 }));
        return {
          items,
          other,
          bad: api.action(() => {
            items.push({ n: 2 });
            items.key(0).key('n').set(9);
            other.send();
            throw new Error('no');
          }),
        };
      }),
    );
    expect(send('bad')).toMatchObject({ items: [{ n: 1 }] });
    expect(failures).toMatchObject([{ phase: 'handler', stream: 'bad' }]);
    expect(send('other')).toMatchObject({ items: [{ n: 1 }, { n: 3 }] });
  });

  it('may go on after an await, in a transaction of their own', async () => {
    let asked = 0;
    const harness = makeHarness({
      requestSettle: () => {
        asked += 1;
      },
    });
    const { api, start, send, runtime, read, failures } = harness;
    start(
      api.pattern(() => {
        const n = api.cell(1);
        return {
          n,
          double: api.computed(() => number(n) * 2),
          later: api.action(async () => {
            await Promise.resolve();
            n.set(number(n) + 1);
            (runtime.globals['Date'] as DateConstructor).now();
          }),
          reject: api.action(async () => {
            await Promise.resolve();
            throw new Error('later');
          }),
        };
      }),
    );
    send('later');
    await new Promise(setImmediate);
    runtime.settle();
    expect(read()).toMatchObject({ n: 2, double: 4 });
    expect(asked).toBe(1);
    send('reject');
    await new Promise(setImmediate);
    expect(failures).toMatchObject([{ phase: 'handler', stream: 'reject' }]);
  });
});

describe('settling (R14)', () => {
  it('delivers the next event only when the graph is idle', () => {
    const { api, start, send, $pb } = makeHarness();
    const seen: unknown[] = [];
    start(
      api.pattern(() => {
        const n = api.cell(0);
        const double = api.computed(() => number(n) * 2);
        const look = api.action(() => seen.push($pb.r(double)));
        return {
          go: api.action(() => {
            n.set(1);
            look.send();
            look.send();
          }),
          bump: api.action(() => n.set(2)),
        };
      }),
    );
    send('go');
    expect(seen).toEqual([2, 2]);
  });

  it('stops computations that never settle, names their cells and goes on', () => {
    const { at, api, start, send, runtime, failures } = makeHarness();
    start(
      api.pattern(() => {
        const n = at({ builder: 'cell', name: 'total' })(0);
        const on = api.cell(false);
        const run = at({ builder: 'computed', name: 'grow' })(() => {
          if (String(on.get()) === 'true') n.set(number(n) + 1);
        });
        return {
          run,
          n,
          on,
          start: api.action(() => on.set(true)),
          stop: api.action(() => on.set(false)),
        };
      }),
    );
    send('start');
    expect(runtime.findings()).toMatchObject([
      { kind: 'non-settling', cells: ['total'], origin: { module: '/test.tsx', fact: 1 } },
    ]);
    expect(failures).toEqual([]);
    expect(send('stop')).toMatchObject({ on: false });
  });

  it('lets a computation that converges write', () => {
    const { api, start, send, runtime } = makeHarness();
    start(
      api.pattern(() => {
        const n = api.cell(0);
        const clamped = api.cell(0);
        api.computed(() => clamped.set(Math.min(3, number(n))));
        return { clamped, add: api.action(() => n.set(number(n) + 2)) };
      }),
    );
    send('add');
    expect(send('add')).toMatchObject({ clamped: 3 });
    expect(runtime.findings()).toEqual([]);
  });

  it('ends a computation that reads itself with a finding', () => {
    const { api, start, runtime, $pb } = makeHarness();
    start(
      api.pattern(() => {
        const knot: { self?: Loose } = {};
        knot.self = api.computed(() => Number($pb.r(knot.self) ?? 0) + 1);
        return { knot: knot.self };
      }),
    );
    expect(runtime.findings()).toMatchObject([{ kind: 'non-settling' }]);
  });

  it('ends handlers that send to themselves with a finding', () => {
    const { api, start, send, runtime } = makeHarness();
    start(
      api.pattern(() => {
        const knot = {} as { again: Loose };
        knot.again = api.action(() => knot.again.send());
        return { again: knot.again };
      }),
    );
    send('again');
    expect(runtime.findings()).toMatchObject([{ kind: 'non-settling' }]);
  });
});

describe('writes that change nothing', () => {
  it('wake nobody', () => {
    let runs = 0;
    const { api, start, send } = makeHarness();
    start(
      api.pattern(() => {
        const form = api.cell({ a: [1, { b: 2 }] });
        api.computed(() => {
          runs += 1;
          return form.get();
        });
        return { same: api.action(() => form.key('a', 0).set(1)) };
      }),
    );
    send('same');
    expect(runs).toBe(1);
  });
});

describe('liveness (R15)', () => {
  it('runs a bare computed statement for its writes', () => {
    const { api, start, send } = makeHarness();
    start(
      api.pattern(() => {
        const n = api.cell(1);
        const log = api.cell([]);
        api.computed(() => {
          const seen = n.get();
          log.set([seen]);
        });
        return { log, set: api.action(() => n.set(2)) };
      }),
    );
    expect(send('set')).toMatchObject({ log: [2] });
  });

  it('ends what an earlier run of a computation made', () => {
    const runs: number[] = [];
    const { api, start, send } = makeHarness();
    start(
      api.pattern(() => {
        const n = api.cell(0);
        const outer = api.computed(() => {
          const made = number(n);
          if (made < 2) api.computed(() => runs.push(made, number(n)));
          return made;
        });
        return { outer, set: api.action(() => n.set(number(n) + 1)) };
      }),
    );
    send('set');
    send('set');
    runs.length = 0;
    send('set');
    expect(runs).toEqual([]);
  });
});
