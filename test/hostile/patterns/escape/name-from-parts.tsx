// Builds forbidden names from parts.
// @result {"found": "undefined undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const name = ['pro', 'cess'].join('');
  console.log('reached: ' + name);
  return typeof (globalThis as any)[name] + ' ' + typeof (globalThis as any)['req' + 'uire'];
}

export default pattern(() => ({ found: probe() }));
