// Keeps a counter in a variable of the module.
import { pattern } from 'commonfabric';

let count = 0; // expect VerificationError PB1103

export default pattern(() => ({ count: ++count }));
