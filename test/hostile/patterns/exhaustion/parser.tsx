// Fills memory through the parser of JSON.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

export default pattern(() => {
  const text = '['.repeat(40_000_000);
  return { parsed: JSON.parse(text) }; // expect MemoryError PB1303
});
