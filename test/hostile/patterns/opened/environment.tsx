// With all of Node.js: reads the environment.
// @result {"found": "nothing"}
// @console "^reached: object$"
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

const outside = (code: string): any => (globalThis as any).feral(code);

function probe(): unknown {
  console.log('reached: ' + typeof outside('process').env);
  return outside('process').env[secretName] ?? 'nothing';
}

export default pattern(() => ({ found: probe() }));
