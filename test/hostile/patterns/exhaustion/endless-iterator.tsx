// Spreads an iterator that never ends.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

function* ones() {
  for (;;) yield 1;
}

export default pattern(() => {
  let sum = 0;
  for (const one of ones()) sum += one; // expect TimeoutError PB1301
  return { sum };
});
