// Throws number.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw 42; // expect RuntimeError PB1202
});
