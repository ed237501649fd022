// Uses a global that would be a power: process-env.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  console.log('reached: the use');
  return process.env[secretName]; // expect RuntimeError PB1203
}

export default pattern(() => ({ used: use() }));
