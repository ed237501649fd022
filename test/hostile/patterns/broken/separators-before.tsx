// Has separators that end lines for some and not for others, before what is refused.
import { pattern } from 'commonfabric';

const a = 'x   y';
let state = 1; // expect VerificationError PB1103
export default pattern(() => ({ a, state }));
