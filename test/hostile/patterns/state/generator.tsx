// Keeps its place in a generator of the module.
// @result {"n": 0}
import { pattern } from 'commonfabric';

function* numbers() {
  for (let n = 0; ; n++) yield n;
}
const next = numbers();

export default pattern(() => ({ n: next.next().value }));
