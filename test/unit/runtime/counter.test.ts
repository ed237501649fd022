import { describe, expect, it } from 'vitest';
import { makeHarness } from './harness.ts';

const numberCell = { type: 'number', asCell: ['cell'] } as const;

/** The counter of every first example, as the compiler would emit it. */
function counter() {
  const harness = makeHarness();
  const { at, api, $pb } = harness;
  const increment = at({
    builder: 'handler',
    name: 'increment',
    argument: { type: 'object', properties: { value: numberCell } },
  })((_event: unknown, state: { value: { get(): number; set(v: number): void } }) => {
    state.value.set(state.value.get() + 1);
  });
  const Counter = at({
    builder: 'pattern',
    name: 'Counter',
    argument: { type: 'object', properties: { value: { type: 'number', default: 0 } } },
  })(({ value }: { value: unknown }) => ({
    $NAME: api.str(['Counter: ', ''] as never, value),
    $UI: $pb.h('cf-button', { onClick: increment({ value }) }, value),
    value,
    double: $pb.x({ $site: () => ($pb.r(value) as number) * 2 }),
    increment: increment({ value }),
  }));
  return { ...harness, Counter };
}

describe('a counter', () => {
  it('starts with its default and counts events', () => {
    const { start, send, Counter, failures } = counter();
    expect(start(Counter)).toMatchObject({ $NAME: 'Counter: 0', value: 0, double: 0 });
    expect(send('increment')).toMatchObject({ $NAME: 'Counter: 1', value: 1, double: 2 });
    expect(send('$UI.props.onClick')).toMatchObject({ value: 2, double: 4 });
    expect(failures).toEqual([]);
  });

  it('starts with its argument', () => {
    const { start, Counter } = counter();
    expect(start(Counter, { value: 7 })).toMatchObject({
      value: 7,
      $UI: { type: 'vnode', name: 'cf-button', children: [7] },
    });
  });

  it('nests: a child given a cell shares it, a child given a value has its own', () => {
    const { at, start, send, Counter } = counter();
    const Pair = at({
      builder: 'pattern',
      argument: { type: 'object', properties: { shared: { type: 'number', default: 1 } } },
    })(({ shared }: { shared: unknown }) => ({
      shared,
      a: Counter({ value: shared }),
      b: Counter({ value: shared }),
      own: Counter({ value: 10 }),
    }));
    start(Pair);
    expect(send('a.increment')).toMatchObject({
      shared: 2,
      a: { value: 2, double: 4 },
      b: { value: 2 },
      own: { value: 10 },
    });
    expect(send('own.increment')).toMatchObject({ shared: 2, own: { value: 11 } });
  });
});
