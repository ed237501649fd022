// Uses a global that would be a power: event-source.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return new EventSource('http://127.0.0.1:' + port); // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
