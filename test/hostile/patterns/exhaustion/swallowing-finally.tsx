// Swallows every error of its loop.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

export default pattern(() => {
  for (;;) {
    try {
      throw new Error('again'); // expect? TimeoutError PB1301
    } catch {
      continue;
    } finally {
      continue;
    }
  }
});
