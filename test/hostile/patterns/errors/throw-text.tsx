// Throws text.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw 'a text'; // expect RuntimeError PB1202
});
