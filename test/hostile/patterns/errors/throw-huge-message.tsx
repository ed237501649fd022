// Throws an error with an enormous message.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw new Error('x'.repeat(5_000_000)); // expect RuntimeError PB1201
});
