// With all of Node.js: reads, writes, starts processes and threads.
// @result {"found": ["ERR_ACCESS_DENIED", "ERR_ACCESS_DENIED", "ERR_ACCESS_DENIED", "ERR_ACCESS_DENIED"]}
// @console "^reached: function$"
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

const outside = (code: string): any => (globalThis as any).feral(code);

function probe(): unknown {
  const module = (name: string) => outside('process').getBuiltinModule(name);
  console.log('reached: ' + typeof module('node:fs').readFileSync);
  const codeOf = (attempt: () => unknown) => {
    try {
      attempt();
      return 'done';
    } catch (error) {
      return (error as any).code;
    }
  };
  return [
    codeOf(() => console.log(module('node:fs').readFileSync(canary, 'utf8'))),
    codeOf(() => module('node:fs').appendFileSync(canary, 'written')),
    codeOf(() => module('node:child_process').spawnSync('/bin/true')),
    codeOf(() => new (module('node:worker_threads').Worker)('0', { eval: true })),
  ];
}

export default pattern(() => ({ found: probe() }));
