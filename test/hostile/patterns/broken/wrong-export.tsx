// Is asked for an export that it lacks.
// @export "Other"
// @elsewhere ["RuntimeError PB1504"]
import { pattern } from 'commonfabric';

export default pattern(() => ({}));
