// Leaves a name in the registry of symbols.
// @result {"key": "left behind"}
import { pattern } from 'commonfabric';

export default pattern(() => ({ key: String(Symbol.keyFor(Symbol.for('left behind'))) }));
