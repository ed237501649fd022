// Asks for a text of an impossible length.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

export default pattern(() => {
  return { text: 'x'.repeat(2 ** 30) }; // expect RuntimeError PB1220
});
