// Returns a Proxy whose traps never end: they are not run.
// @limits {"timeoutMs": 2000}
// @elsewhere ["RuntimeError PB1404"]
import { pattern } from 'commonfabric';

function trap() {
  const spin = () => { for (;;); };
  return { inner: Object.freeze({ proxy: new Proxy({}, { get: spin, ownKeys: spin, getPrototypeOf: spin }) }) };
}

export default pattern(() => trap());
