/**
 * A counter: one number, two ways to change it.
 *
 * Expect: a name, a view and the value 0. Send `increment` or `decrement`, or click the buttons of
 * the view, and the value, the name and the parity follow.
 */
import { action, computed, handler, NAME, pattern, UI } from 'commonfabric';
import type { Default, Stream, Writable } from 'commonfabric';

interface Input {
  value?: Writable<number | Default<0>>;
}

interface Output {
  value: number;
  parity: string;
  increment: Stream<void>;
  decrement: Stream<void>;
}

const increment = handler<void, { value: Writable<number> }>((_event, { value }) => {
  value.set(value.get() + 1);
});

export default pattern<Input, Output>(({ value }) => {
  const decrement = action(() => value.set(value.get() - 1));
  const parity = computed(() => (value.get() % 2 === 0 ? 'even' : 'odd'));

  return {
    [NAME]: computed(() => `Counter: ${value.get()}`),
    [UI]: (
      <div>
        <cf-button onClick={decrement}>-</cf-button>
        <span>
          {value} is {parity}
        </span>
        <cf-button onClick={increment({ value })}>+</cf-button>
      </div>
    ),
    value,
    parity,
    increment: increment({ value }),
    decrement,
  };
});
