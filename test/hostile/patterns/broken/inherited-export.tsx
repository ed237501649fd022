// Is asked for an export by the name of an inherited property.
// @export "constructor"
// @elsewhere ["RuntimeError PB1504"]
import { pattern } from 'commonfabric';

export default pattern(() => ({}));
