// Returns a getter that never ends: it is not run.
// @limits {"timeoutMs": 2000}
import { pattern } from 'commonfabric';

export default pattern(() => ({ trap: { get value() { for (;;); } } }));
