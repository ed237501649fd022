// Fills memory while the module loads.
// @limits {"timeoutMs": 20000, "memoryMb": 96}
// @outcome "memory"
import { pattern } from 'commonfabric';

const filled = new Array(1e8).fill(0).length; // expect MemoryError PB1303
export default pattern(() => ({ filled }));
