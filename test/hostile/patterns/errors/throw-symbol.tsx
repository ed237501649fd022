// Throws symbol.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw Symbol('s'); // expect RuntimeError PB1202
});
