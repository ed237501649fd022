// Uses a global that would be a power: buffer.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return Buffer.from('x'); // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
