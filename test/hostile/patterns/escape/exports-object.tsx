// Reaches for the exports object of its module.
import { pattern } from 'commonfabric';

function leak() {
  return exports; // expect VerificationError PB1116
}

export default pattern(() => ({ found: typeof leak() }));
