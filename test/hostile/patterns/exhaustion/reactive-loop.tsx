// Computations that change what they depend on.
// @limits {"timeoutMs": 5000}
// @send ["go"]
import { action, computed, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const count = new Writable(0);
  const go = action(() => count.set(1));
  const next = computed(() => {
    count.set(count.get() + 1);
    return count.get();
  });
  return { count, next, go };
});
