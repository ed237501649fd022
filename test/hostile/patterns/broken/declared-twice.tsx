// Declares a name twice.
import { pattern } from 'commonfabric';

const a = 1;
const a = 2; // expect SyntaxError PB1012
export default pattern(() => ({ a }));
