/** A handler and an action write the same cell; computed values follow. */
import { action, computed, handler, NAME, pattern, UI } from 'commonfabric';
import type { Default, Stream, Writable } from 'commonfabric';

interface Input {
  value?: Writable<number | Default<0>>;
}
interface Output {
  value: number;
  sign: string;
  increment: Stream<void>;
  decrement: Stream<void>;
}

const increment = handler<void, { value: Writable<number> }>((_event, { value }) => {
  value.set(value.get() + 1);
});

export default pattern<Input, Output>(({ value }) => {
  const decrement = action(() => value.set(value.get() - 1));
  const sign = computed(() => (value.get() < 0 ? 'negative' : 'natural'));
  return {
    [NAME]: computed(() => `Counter ${value.get()}`),
    [UI]: <cf-button onClick={decrement}>{value}</cf-button>,
    value,
    sign,
    increment: increment({ value }),
    decrement,
  };
});
