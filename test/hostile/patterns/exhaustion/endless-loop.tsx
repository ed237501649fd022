// Loops in the body.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

export default pattern(() => {
  while (true); // expect TimeoutError PB1301
  return {};
});
