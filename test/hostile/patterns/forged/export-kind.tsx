// Exports a function that claims to be a pattern.
// @result {"$type": "function"}
import { pattern } from 'commonfabric';

const fake = Object.assign(() => ({ forged: true }), { kind: 'pattern', $kind: 'pattern', pattern: true });

export default fake;
