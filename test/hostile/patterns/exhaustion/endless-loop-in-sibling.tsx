// Loops in another module.
// @limits {"timeoutMs": 300}
// @files ["_spin.ts"]
import { pattern } from 'commonfabric';

import { spin } from './_spin.ts';

export default pattern(() => {
  const before = 1 + 1;
  spin(before);
  return {};
});
