// Throws function.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw () => 1; // expect RuntimeError PB1202
});
