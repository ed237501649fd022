// Throws a Proxy in a computation; the others go on.
// @result {"good": 42}
import { computed, pattern } from 'commonfabric';

export default pattern(() => ({
  bad: computed(() => {
    throw new Proxy({}, {}); // expect RuntimeError PB1202
  }),
  good: computed(() => 6 * 7),
}));
