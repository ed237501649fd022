// With all of Node.js: reads the limits that the system sets.
// @result {"found": ["0", true, true]}
// @console "^reached: true$"
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

const outside = (code: string): any => (globalThis as any).feral(code);

function probe(): unknown {
  const text: string = outside('process').getBuiltinModule('node:fs').readFileSync('/proc/self/limits', 'utf8');
  console.log('reached: ' + text.startsWith('Limit'));
  const soft = (name: string) => new RegExp(name + ' +([^ ]+)').exec(text)?.[1];
  return [soft('Max core file size'), soft('Max cpu time') !== 'unlimited', soft('Max data size') !== 'unlimited'];
}

export default pattern(() => ({ found: probe() }));
