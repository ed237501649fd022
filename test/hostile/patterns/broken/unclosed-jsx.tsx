// Has an element without an end.
import { pattern } from 'commonfabric';
import { UI } from 'commonfabric';

export default pattern(() => ({
  [UI]: <div><span></div>, // expect SyntaxError PB1001
}));
