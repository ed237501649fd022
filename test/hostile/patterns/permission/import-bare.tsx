// Imports a module of the host without its scheme.
import { pattern } from 'commonfabric';
import * as taken from 'fs'; // expect SyntaxError PB1004

export default pattern(() => ({ taken: Object.keys(taken) }));
