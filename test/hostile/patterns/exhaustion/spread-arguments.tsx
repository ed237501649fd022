// Calls with more arguments than the stack holds.
// @limits {"timeoutMs": 20000}
import { pattern } from 'commonfabric';

export default pattern(() => {
  const many = new Array(5_000_000).fill(1);
  return { max: Math.max(...many) }; // expect RuntimeError PB1208
});
