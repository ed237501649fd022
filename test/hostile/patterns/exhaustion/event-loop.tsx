// A handler that sends to its own stream without end.
// @limits {"timeoutMs": 100}
// @send ["go"]
import { action, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const count = new Writable(0);
  const go: any = action(() => {
    count.set(count.get() + 1); // expect? TimeoutError PB1301
    go.send(); // expect? TimeoutError PB1301
  });
  return { count, go };
});
