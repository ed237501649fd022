// Fills memory outside the heap.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

export default pattern(() => {
  const all: Uint8Array[] = [];
  for (;;) all.push(new Uint8Array(4_000_000).fill(1)); // expect MemoryError PB1303
});
