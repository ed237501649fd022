// Out of the compartment: imports a host module.
// @result {"found": "asked"}
// @console "^found: nothing$"
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

const outside = (code: string): any => (globalThis as any).feral(code);

function probe(): unknown {
  console.log('reached: ' + (outside('globalThis') !== globalThis));
  outside("import('node:fs')").then(
    () => console.log('found: a module'),
    () => console.log('found: nothing'),
  );
  return 'asked';
}

export default pattern(() => ({ found: probe() }));
