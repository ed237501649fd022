// Returns more than can be shown.
// @limits {}
// @elsewhere ["ResourceLimitError PB1305"]
import { pattern } from 'commonfabric';

export default pattern(() => ({ text: 'x'.repeat(17 * 1024 * 1024) }));
