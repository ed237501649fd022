// Imports a text outside the root.
import { pattern } from 'commonfabric';
import * as taken from '../../canary.txt'; // expect SyntaxError PB1003

export default pattern(() => ({ taken: Object.keys(taken) }));
