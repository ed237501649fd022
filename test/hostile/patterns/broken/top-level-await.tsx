// Waits at module scope.
import { pattern } from 'commonfabric';

const a = await 1; // expect SyntaxError PB1008
export default pattern(() => ({ a }));
