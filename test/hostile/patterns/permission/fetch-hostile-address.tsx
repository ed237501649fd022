// Asks for an address that changes each time it is read.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function ask() {
  const texts = ['http://example.com/', `http://127.0.0.1:${port}/`];
  const address = { toString: () => texts.shift() ?? 'http://127.0.0.1/' };
  console.log('reached: fetch');
  return fetch(address as any); // expect PermissionError PB1401
}

export default pattern(() => {
  ask();
  return {};
});
