// Imports a builder that does not exist.
import { pattern, conjure } from 'commonfabric';

export default pattern(() => ({ x: conjure() })); // expect RuntimeError PB1209
