// Uses a global that would be a power: web-assembly.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return new WebAssembly.Module(new Uint8Array(8)); // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
