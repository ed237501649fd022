// Calls itself without end.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

function deeper(n: number): number {
  return 1 + deeper(n + 1); // expect RuntimeError PB1208
}

export default pattern(() => ({ depth: deeper(0) }));
