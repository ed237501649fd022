// Is stuck in a regular expression while the module loads.
// @limits {"timeoutMs": 500}
import { pattern } from 'commonfabric';

const found = /(a+)+$/.test('a'.repeat(50) + 'b'); // expect TimeoutError PB1301
export default pattern(() => ({ found }));
