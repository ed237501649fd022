// Returns more than can be shown.
// @limits {}
import { pattern } from 'commonfabric';

export default pattern(() => ({ text: 'x'.repeat(17 * 1024 * 1024) })); // expect ResourceLimitError PB1305
