/** A computation may write a cell, as long as it comes to rest. */
import { action, computed, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const value = new Writable(3);
  const highest = new Writable(3);
  const clamped = new Writable(0);
  computed(() => {
    if (value.get() > highest.get()) highest.set(value.get());
  });
  computed(() => clamped.set(Math.min(value.get(), 10)));
  return {
    value,
    highest,
    clamped,
    up: action(() => value.set(value.get() + 9)),
    down: action(() => value.set(1)),
  };
});
