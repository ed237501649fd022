// Throws empty text.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw ''; // expect RuntimeError PB1202
});
