// Returns a thenable that never ends: it is not awaited.
// @limits {"timeoutMs": 2000}
import { pattern } from 'commonfabric';

export default pattern(() => ({ later: { then() { for (;;); } } }));
