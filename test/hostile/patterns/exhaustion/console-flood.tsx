// Prints without end.
// @limits {"timeoutMs": 500, "maxOutputBytes": 20000}
// @console "limit of 20000 bytes"
import { pattern } from 'commonfabric';

export default pattern(() => {
  for (let n = 0; ; n++) {
    console.log('line ' + n + 'x'.repeat(500)); // expect TimeoutError PB1301
  }
});
