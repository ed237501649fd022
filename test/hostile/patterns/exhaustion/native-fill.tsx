// Fills memory inside one call, which nothing can interrupt.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

export default pattern(() => {
  const before = [1];
  const filled: any = new Array(1e8).fill(0); // expect MemoryError PB1303
  return { count: filled.length, before };
});
