// Keeps a counter between events in a variable of the body.
// @send ["go", "go"]
import { action, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  let count = 0;
  const shown = new Writable(0);
  const go = action(() => {
    count += 1;
    shown.set(count);
  });
  return { shown, go };
});
