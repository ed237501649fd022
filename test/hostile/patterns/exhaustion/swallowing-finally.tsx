// Swallows every error of its loop.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

export default pattern(() => {
  for (;;) {
    try {
      throw new Error('again');
    } catch {
      continue;
    } finally {
      continue; // expect TimeoutError PB1301
    }
  }
});
