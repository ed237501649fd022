// Declares a class where only a statement may stand.
import { pattern } from 'commonfabric';

export default pattern(() => {
  if (1) return {};
  else class Inner {} // expect SyntaxError PB1013
  return {};
});
