// Throws nan.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw NaN; // expect RuntimeError PB1202
});
