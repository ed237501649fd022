// Imports a file outside the root.
import { pattern } from 'commonfabric';
import * as taken from '../../../outside.ts'; // expect SyntaxError PB1003

export default pattern(() => ({ taken: Object.keys(taken) }));
