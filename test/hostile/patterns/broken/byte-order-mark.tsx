// Begins with a byte order mark.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw new Error('x'); // expect RuntimeError PB1201
});
