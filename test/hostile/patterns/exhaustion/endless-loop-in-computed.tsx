// Loops in a computation.
// @limits {"timeoutMs": 300}
import { computed, pattern } from 'commonfabric';

export default pattern(() => ({
  value: computed(() => {
    do { } while (1 < 2); // expect TimeoutError PB1301
    return 1;
  }),
}));
