/** A cell that a pattern makes belongs to the instance that made it. */
import { action, pattern, Writable } from 'commonfabric';
import type { Stream } from 'commonfabric';

const Tally = pattern<{ step: number }, { count: number; add: Stream<void> }>(({ step }) => {
  const count = new Writable(0);
  return { count, add: action(() => count.set(count.get() + step)) };
});

export default pattern(() => ({ ones: Tally({ step: 1 }), tens: Tally({ step: 10 }) }));
