// Returns a getter that never ends.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

export default pattern(() => ({ trap: { get value() { for (;;); } } })); // expect TimeoutError PB1301
