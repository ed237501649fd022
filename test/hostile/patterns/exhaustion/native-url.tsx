// Fills memory inside a function of the sandbox.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

export default pattern(() => {
  const before = [1];
  const filled: any = new URL('http://a/' + '\u20ac'.repeat(1e8)).href; // expect MemoryError PB1303
  return { count: filled.length, before };
});
