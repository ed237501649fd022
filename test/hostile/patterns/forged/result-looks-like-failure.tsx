// Returns what looks like a failed run.
// @result {"success": false, "outcome": "crashed"}
import { pattern } from 'commonfabric';

export default pattern(() => ({ success: false, error: { type: 'InternalError', code: 'PB1503' }, outcome: 'crashed' }));
