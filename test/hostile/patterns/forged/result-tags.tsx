// Returns values that look like tags of the result.
// @result {"fake": {"$type": "object"}}
import { pattern } from 'commonfabric';

export default pattern(() => ({ fake: { $type: 'stream', path: 'x' }, deep: [{ $type: 'error', name: 'x' }] }));
