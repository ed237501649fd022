// Throws proxy.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw new Proxy(new Error('hidden'), { get() { throw 1; }, getPrototypeOf() { throw 2; } }); // expect RuntimeError PB1202
});
