// Has a character that nothing begins with.
import { pattern } from 'commonfabric';

const x = 1 # 2; // expect SyntaxError PB1001
export default pattern(() => ({ x }));
