// Uses a global that would be a power: worker.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return new Worker('data:text/javascript,1'); // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
