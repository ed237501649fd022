// Imports a name that is not there.
import { pattern } from 'commonfabric';
import { nothing } from '../targets.ts'; // expect SyntaxError PB1014

export default pattern(() => ({ nothing }));
