// Calls builders with nothing.
import { pattern, handler, lift, computed } from 'commonfabric';

export default (pattern as any)(); // expect VerificationError PB1108
