// Calls require.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function use() {
  return require('node:fs').readFileSync(canary); // expect VerificationError PB1114
}

export default pattern(() => ({ used: use() }));
