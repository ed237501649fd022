// Uses a global that would be a power: timer.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return setTimeout(() => 1, 10); // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
