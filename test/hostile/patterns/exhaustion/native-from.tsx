// Fills memory inside one call that reads a length.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

export default pattern(() => {
  const before = [1];
  const filled: any = Array.from({ length: 1e9 }); // expect MemoryError PB1303
  return { count: filled.length, before };
});
