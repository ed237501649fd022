// Throws null prototype.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw Object.create(null); // expect RuntimeError PB1202
});
