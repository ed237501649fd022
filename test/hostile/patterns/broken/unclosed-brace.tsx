// Ends in the middle.
import { pattern } from 'commonfabric';

export default pattern(() => ({
  value: [1, 2, // expect SyntaxError PB1001