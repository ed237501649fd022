// Exports from within a statement.
import { pattern } from 'commonfabric';

if (1)
  export default pattern(() => ({})); // expect SyntaxError PB1013
