// Throws to primitive.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw { [Symbol.toPrimitive]() { throw 1; }, toString() { throw 2; } }; // expect RuntimeError PB1202
});
