// Uses a global that would be a power: crypto.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return crypto.getRandomValues(new Uint8Array(4)); // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
