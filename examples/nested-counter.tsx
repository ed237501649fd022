/**
 * Two counters inside a third pattern that adds them up.
 *
 * Expect: the total 3. Send `left.increment` and only the left counter and the total change.
 */
import { action, computed, NAME, pattern, UI } from 'commonfabric';
import type { Default, Stream, Writable } from 'commonfabric';

interface CounterInput {
  label: string;
  count?: Writable<number | Default<0>>;
}

interface CounterOutput {
  count: number;
  increment: Stream<void>;
}

export const Counter = pattern<CounterInput, CounterOutput>(({ label, count }) => {
  const increment = action(() => count.set(count.get() + 1));
  return {
    [NAME]: label,
    [UI]: (
      <cf-button onClick={increment}>
        {label}: {count}
      </cf-button>
    ),
    count,
    increment,
  };
});

interface Output {
  left: CounterOutput;
  right: CounterOutput;
  total: number;
}

export default pattern<Record<never, never>, Output>(() => {
  const left = Counter({ label: 'Left', count: 1 });
  const right = Counter({ label: 'Right', count: 2 });
  const total = computed(() => left.count + right.count);

  return {
    [NAME]: 'Nested counters',
    [UI]: (
      <div>
        {left}
        {right}
        <p>Together: {total}</p>
      </div>
    ),
    left,
    right,
    total,
  };
});
