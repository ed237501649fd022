// Gives a builder a Proxy.
import { pattern } from 'commonfabric';

export default (pattern as any)(new Proxy(() => ({}), {})); // expect VerificationError PB1108
