// Without the timer inside: loops until it is killed from outside.
// @limits {"timeoutMs": 400}
import { pattern } from 'commonfabric';

export default pattern(() => {
  for (;;); // expect? TimeoutError PB1301
});
