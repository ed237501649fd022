// Imports a file that is not there.
import { pattern } from 'commonfabric';
import { x } from './nowhere.ts'; // expect SyntaxError PB1002

export default pattern(() => ({ x }));
