// Imports a builder that does not exist.
import { pattern, conjure } from 'commonfabric'; // expect SyntaxError PB1014

export default pattern(() => ({ x: conjure() }));
