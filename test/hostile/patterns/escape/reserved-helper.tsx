// Uses a name of the compiled code.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const $pb = { x: 1 }; // expect SyntaxError PB1007
  return { $pb };
});
