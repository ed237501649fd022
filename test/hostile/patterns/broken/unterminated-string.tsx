// Has a text without an end.
import { pattern } from 'commonfabric';

const x = 'abc; // expect SyntaxError PB1001
export default pattern(() => ({ x }));
