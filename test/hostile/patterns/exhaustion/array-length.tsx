// Asks for a list of an impossible length.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

export default pattern(() => {
  return { list: new Array(2 ** 32) }; // expect RuntimeError PB1220
});
