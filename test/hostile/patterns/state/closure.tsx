// Keeps a counter in a closure made by a call.
// @result {"count": 1}
import { pattern } from 'commonfabric';

function make() {
  let count = 0;
  return () => ++count;
}
const next = make();

export default pattern(() => ({ count: next() }));
