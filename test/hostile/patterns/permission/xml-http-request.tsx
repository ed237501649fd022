// Uses a global that would be a power: xml-http-request.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return new (globalThis as any).XMLHttpRequest(); // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
