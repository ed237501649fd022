// Asks fetch for a file.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function ask() {
  console.log('reached: fetch');
  return fetch('file:///etc/passwd'); // expect PermissionError PB1401
}

export default pattern(() => {
  ask();
  return {};
});
