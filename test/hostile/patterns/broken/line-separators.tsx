// Has separators that count as lines for some and not for others.
import { pattern } from 'commonfabric';

const a = 'x y z';
export default pattern(() => {
  throw new Error(a); // expect RuntimeError PB1201
});
