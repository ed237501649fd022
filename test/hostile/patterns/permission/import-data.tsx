// Imports a module in its own address.
import { pattern } from 'commonfabric';
import * as taken from 'data:text/javascript,export default 1'; // expect SyntaxError PB1004

export default pattern(() => ({ taken: Object.keys(taken) }));
