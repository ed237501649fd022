// Keeps a counter on a function.
import { pattern } from 'commonfabric';

function next() {
  return ((next as any).count = ((next as any).count ?? 0) + 1); // expect RuntimeError PB1207
}

export default pattern(() => ({ count: next() }));
