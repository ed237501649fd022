// Throws a revoked Proxy.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  throw proxy; // expect RuntimeError PB1202
});
