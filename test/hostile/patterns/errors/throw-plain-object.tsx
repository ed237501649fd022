// Throws plain object.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw { message: 'plain', code: 7 }; // expect RuntimeError PB1202
});
