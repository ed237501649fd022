// Prints one enormous line.
// @limits {"maxOutputBytes": 20000}
// @console "limit of 20000 bytes"
// @result {"done": true}
import { pattern } from 'commonfabric';

export default pattern(() => {
  console.log('x'.repeat(5_000_000));
  return { done: true };
});
