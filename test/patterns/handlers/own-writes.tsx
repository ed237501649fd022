/** A handler sees its own writes; computed values show the state before the event. */
import { action, computed, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const count = new Writable(1);
  const list = new Writable<number[]>([]);
  const double = computed(() => count.get() * 2);
  const seen = new Writable<number[]>([]);
  return {
    double,
    seen,
    list,
    work: action(() => {
      count.set(5);
      seen.push(count.get(), double);
      list.push(1);
      list.push(list.get().length + 1);
      list.key(0).set(10);
      seen.push(list.get()[0]!);
    }),
  };
});
