// Throws an error whose message never ends.
// @limits {"timeoutMs": 2000}
import { pattern } from 'commonfabric';

function hostile() {
  const error = new Error('x'); // expect RuntimeError PB1201
  Object.defineProperty(error, 'message', { get() { for (;;); } });
  return error;
}

export default pattern(() => {
  throw hostile();
});
