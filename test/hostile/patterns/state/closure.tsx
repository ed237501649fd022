// Keeps a counter in a closure made by a call.
import { pattern } from 'commonfabric';

function make() {
  let count = 0;
  return () => ++count;
}
const next = make(); // expect VerificationError PB1109

export default pattern(() => ({ count: next() }));
