// Swallows the exhausted stack and goes on.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

function deeper(): number {
  try {
    return deeper() + 1;
  } catch {
    return deeper() + 1; // expect TimeoutError PB1301
  }
}

export default pattern(() => ({ depth: deeper() }));
