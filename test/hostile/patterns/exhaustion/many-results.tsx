// Returns a list of more than can be shown.
// @limits {}
import { pattern } from 'commonfabric';

export default pattern(() => ({ list: Array.from({ length: 600_000 }, (_, n) => 'a text of some length ' + n) })); // expect ResourceLimitError PB1305
