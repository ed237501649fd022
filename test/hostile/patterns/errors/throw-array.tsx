// Throws array.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw [new Error("inner")]; // expect RuntimeError PB1202
});
