// Fills the heap through a map.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

export default pattern(() => {
  const all = new Map<number, string>();
  for (let n = 0; ; n++) all.set(n, 'entry ' + n); // expect MemoryError PB1303
});
