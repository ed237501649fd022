// Uses a global that would be a power: deno.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return Deno.readTextFileSync(canary); // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
