// Keeps state in a sibling.
// @files ["_state.ts"]
import { pattern } from 'commonfabric';

import { bump } from './_state.ts';

export default pattern(() => ({ count: bump() }));
