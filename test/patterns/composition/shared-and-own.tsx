/** A cell that is given to a child is shared; a plain value becomes the child's own state. */
import { action, pattern, Writable } from 'commonfabric';
import type { Default, Stream } from 'commonfabric';

interface Input {
  value?: Writable<number | Default<100>>;
}
const Counter = pattern<Input, { value: number; increment: Stream<void> }>(({ value }) => ({
  value,
  increment: action(() => value.set(value.get() + 1)),
}));

export default pattern(() => {
  const shared = new Writable(1);
  return {
    shared,
    first: Counter({ value: shared }),
    second: Counter({ value: shared }),
    own: Counter({ value: 10 as never }),
    unset: Counter({}),
    reset: action(() => shared.set(0)),
  };
});
