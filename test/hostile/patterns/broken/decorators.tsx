// Has decorators.
import { pattern } from 'commonfabric';

function d(x: any) { return x; }
@d class A {}
export default pattern(() => ({ a: typeof A }));
