// Has two default exports.
import { pattern } from 'commonfabric';

export default pattern(() => ({ a: 1 }));
export default pattern(() => ({ a: 2 })); // expect SyntaxError PB1012
