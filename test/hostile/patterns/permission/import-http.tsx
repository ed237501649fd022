// Imports a module of the network.
import { pattern } from 'commonfabric';
import * as taken from 'http://127.0.0.1/x.ts'; // expect SyntaxError PB1004

export default pattern(() => ({ taken: Object.keys(taken) }));
