/**
 * A computation that keeps everything it makes.
 *
 * Expect: a MemoryError once the limit is reached; `--memory 128` makes it short. Only the sandbox
 * process dies: the command line and the editor go on.
 */
import { computed, NAME, pattern } from 'commonfabric';

export default pattern(() => ({
  [NAME]: 'Eats memory',
  kept: computed(() => {
    const kept: number[][] = [];
    for (;;) {
      kept.push(new Array<number>(100_000).fill(kept.length));
    }
  }),
}));
