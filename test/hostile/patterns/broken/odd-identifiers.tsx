// Has names from all of Unicode.
// @result {"sum": 3}
import { pattern } from 'commonfabric';

const été = 1;
const 𠀀 = 2;
export default pattern(() => ({ sum: été + 𠀀 }));
