// Fills the heap.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

export default pattern(() => {
  const all: unknown[] = [];
  for (;;) all.push({ a: all.length, b: [all.length] }); // expect MemoryError PB1303
});
