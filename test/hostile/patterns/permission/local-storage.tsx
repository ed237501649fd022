// Uses a global that would be a power: local-storage.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return localStorage.getItem('x'); // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
