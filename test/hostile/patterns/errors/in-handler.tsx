// Throws null in a handler; the state before it stays.
// @send ["go"]
import { action, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const count = new Writable(1);
  const go = action(() => {
    count.set(2);
    throw null; // expect RuntimeError PB1202
  });
  return { count, go };
});
