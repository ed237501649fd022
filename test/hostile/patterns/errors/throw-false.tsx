// Throws false.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw false; // expect RuntimeError PB1202
});
