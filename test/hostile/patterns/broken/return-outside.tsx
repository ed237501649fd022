// Returns at module scope.
import { pattern } from 'commonfabric';

return 1; // expect SyntaxError PB1013
export default pattern(() => ({}));
