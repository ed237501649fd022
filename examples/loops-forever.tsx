/**
 * A computation that never ends.
 *
 * Expect: a TimeoutError at the loop once the time limit has passed; `--timeout 500` makes it short.
 * The sandbox process is killed, the next run starts in a fresh one.
 */
import { computed, NAME, pattern } from 'commonfabric';
import type { Default } from 'commonfabric';

interface Input {
  start: number | Default<27>;
}

export default pattern<Input>(({ start }) => ({
  [NAME]: 'Loops forever',
  steps: computed(() => {
    let value = start;
    let steps = 0;
    while (value > 0) {
      value = value % 2 === 0 ? value / 2 : 3 * value + 1;
      steps += 1;
    }
    return steps;
  }),
}));
