// Matches a regular expression that never ends.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

export default pattern(() => {
  const text = 'a'.repeat(60) + 'b';
  return { found: /^(a+)+$/.test(text) }; // expect TimeoutError PB1301
});
