// Has decorators.
import { pattern } from 'commonfabric';

function d(x: any) { return x; }
@d class A {} // expect SyntaxError PB1009
export default pattern(() => ({ a: typeof A }));
