// Gets a host object as the receiver of a trap.
// @result {"found": 0}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const receivers: unknown[] = [];
  const trap = new Proxy({}, { get: (_target, _key, receiver) => void receivers.push(receiver) });
  try {
    console.log('reached: the console', trap);
    String(JSON.stringify({ trap }));
  } catch {
    receivers.push(trap);
  }
  return receivers.filter((one) => one !== trap).length;
}

export default pattern(() => ({ found: probe() }));
