// Throws undefined.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw undefined; // expect RuntimeError PB1202
});
