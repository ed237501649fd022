// Calls itself through another function without end.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

function even(n: number): boolean {
  return odd(n + 1); // expect? RuntimeError PB1208
}
function odd(n: number): boolean {
  return even(n + 1); // expect? RuntimeError PB1208
}

export default pattern(() => ({ even: even(0) }));
