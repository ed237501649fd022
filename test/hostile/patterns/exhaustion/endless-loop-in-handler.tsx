// Loops in a handler; what was shown before stays.
// @limits {"timeoutMs": 300}
// @send ["go"]
// @result {"count": 3}
import { action, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const count = new Writable(3);
  const go = action(() => {
    for (let n = 0; ; n++) count.set(n % 2); // expect TimeoutError PB1301
  });
  return { count, go };
});
