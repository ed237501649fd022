// Fills memory through the parser of JSON, with a list that is valid.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

export default pattern(() => {
  const before = [1];
  const filled: any = JSON.parse('[' + '1,'.repeat(1e8) + '1]'); // expect MemoryError PB1303
  return { count: filled.length, before };
});
