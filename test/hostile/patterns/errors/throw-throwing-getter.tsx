// Throws throwing getter.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw { get message() { throw new Error('trap'); } }; // expect RuntimeError PB1202
});
