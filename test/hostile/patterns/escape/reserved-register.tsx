// Writes the register that tells where it is.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const $s = { at: -1 }; // expect SyntaxError PB1007
  return { $s };
});
