// Imports a package.
import { pattern } from 'commonfabric';
import * as taken from 'typescript'; // expect SyntaxError PB1004

export default pattern(() => ({ taken: Object.keys(taken) }));
