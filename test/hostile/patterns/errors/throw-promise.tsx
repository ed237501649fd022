// Throws promise.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw Promise.resolve(1); // expect RuntimeError PB1202
});
