// Throws a frozen error.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw Object.freeze(new Error('frozen')); // expect RuntimeError PB1201
});
