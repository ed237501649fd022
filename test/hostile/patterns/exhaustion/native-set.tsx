// Fills memory inside a constructor.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

export default pattern(() => {
  const before = [1];
  const filled: any = new Set(Array(1e8).keys()); // expect MemoryError PB1303
  return { count: filled.length, before };
});
