// Keeps a place in a regular expression of the module.
import { pattern } from 'commonfabric';

const next = /a/g; // expect VerificationError PB1106

export default pattern(() => ({ found: next.test('aa') }));
