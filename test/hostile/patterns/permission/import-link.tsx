// Imports a symbolic link that leads out of the folder: a repository may hold one.
import { pattern } from 'commonfabric';
import taken from './linked.json'; // expect SyntaxError PB1003

export default pattern(() => ({ taken }));
