// Imports a file by its absolute path.
import { pattern } from 'commonfabric';
import * as taken from '/etc/passwd'; // expect SyntaxError PB1003

export default pattern(() => ({ taken: Object.keys(taken) }));
