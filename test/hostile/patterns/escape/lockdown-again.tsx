// Locks down once more, with weak options.
// @result {"found": "refused"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  console.log('reached: ' + typeof (globalThis as any).lockdown);
  try {
    (globalThis as any).lockdown({ errorTaming: 'unsafe', evalTaming: 'unsafe-eval' });
    return 'accepted';
  } catch {
    return 'refused';
  }
}

export default pattern(() => ({ found: probe() }));
