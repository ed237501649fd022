// Out of the compartment: looks for host objects.
// @result {"found": []}
// @console "^reached: true$"
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

const outside = (code: string): any => (globalThis as any).feral(code);

function probe(): unknown {
  console.log('reached: ' + (outside('globalThis') !== globalThis));
  const names = ['process', 'require', 'fetch', 'setTimeout', 'Buffer', 'WebAssembly', 'queueMicrotask'];
  return names.filter((name) => outside('typeof ' + name) !== 'undefined');
}

export default pattern(() => ({ found: probe() }));
