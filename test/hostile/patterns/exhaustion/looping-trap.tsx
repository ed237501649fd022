// Returns a Proxy whose traps never end.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

function trap() {
  const spin = () => { for (;;); }; // expect TimeoutError PB1301
  return { inner: Object.freeze({ proxy: new Proxy({}, { get: spin, ownKeys: spin, getPrototypeOf: spin }) }) };
}

export default pattern(() => trap());
