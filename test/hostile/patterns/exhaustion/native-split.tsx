// Fills memory with the parts of one text.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

export default pattern(() => {
  const before = [1];
  const filled: any = 'x'.repeat(2 ** 28).split(''); // expect MemoryError PB1303
  return { count: filled.length, before };
});
