// Throws bigint.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw 42n; // expect RuntimeError PB1202
});
