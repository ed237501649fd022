// Evaluates text with the names around it.
import { pattern } from 'commonfabric';

export default pattern(() => {
  return { found: eval('typeof require') }; // expect SyntaxError PB1005
});
