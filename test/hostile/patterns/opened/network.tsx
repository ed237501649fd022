// With all of Node.js: connects to the canary.
// @result {"found": "asked"}
// @console "^reached: function$"
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

const outside = (code: string): any => (globalThis as any).feral(code);

function probe(): unknown {
  const socket = outside('process').getBuiltinModule('node:net').connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  console.log('reached: ' + typeof socket.write);
  return 'asked';
}

export default pattern(() => ({ found: probe() }));
