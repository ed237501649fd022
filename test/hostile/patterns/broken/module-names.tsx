// Takes the names of the parameters that every compiled module has.
import { pattern } from 'commonfabric';

const exports = 1; // expect SyntaxError PB1012
export default pattern(() => ({ exports }));
