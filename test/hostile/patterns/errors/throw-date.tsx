// Throws date.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw new Date(0); // expect RuntimeError PB1202
});
