// Asks for an address that throws when it is read.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function ask() {
  console.log('reached: fetch');
  return fetch({ toString() { throw new Error('mine'); } } as any); // expect RuntimeError PB1201
}

export default pattern(() => {
  ask();
  return {};
});
