// Throws null.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw null; // expect RuntimeError PB1202
});
