// Imports a file by its URL.
import { pattern } from 'commonfabric';
import * as taken from 'file:///etc/passwd'; // expect SyntaxError PB1003

export default pattern(() => ({ taken: Object.keys(taken) }));
