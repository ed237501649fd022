// Has namespaces and enums.
import { pattern } from 'commonfabric';

namespace N { export const a = 1; } // expect SyntaxError PB1009
enum E { A = 1 }
export default pattern(() => ({ a: N.a + E.A }));
