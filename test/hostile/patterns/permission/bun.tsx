// Uses a global that would be a power: bun.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return Bun.file(canary); // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
