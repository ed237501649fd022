// Imports a module of the host.
import { pattern } from 'commonfabric';
import * as taken from 'node:fs'; // expect SyntaxError PB1004

export default pattern(() => ({ taken: Object.keys(taken) }));
