// Fills memory inside the parser of the language.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

export default pattern(() => {
  const before = [1];
  const filled: any = (0, eval)('[' + '1,'.repeat(5e7) + ']'); // expect MemoryError PB1303
  return { count: filled.length, before };
});
