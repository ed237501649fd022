// Throws a text that is no valid Unicode.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw new Error('\ud800 and \u0000'); // expect RuntimeError PB1201
});
