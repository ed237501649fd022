// Returns a value that speaks for itself as JSON.
// @result {"value": {"real": 1}}
import { pattern } from 'commonfabric';

export default pattern(() => ({ value: { real: 1, toJSON: () => ({ forged: 1 }) } }));
