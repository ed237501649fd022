// Asks for a number of an impossible size.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

export default pattern(() => {
  const big = 2n ** (2n ** 40n); // expect RuntimeError PB1201
  return { big: String(big).length };
});
