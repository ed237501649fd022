// Throws an error without a prototype.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw Object.setPrototypeOf(new Error('bare'), null); // expect RuntimeError PB1201
});
