// Asks fetch for a data URL.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function ask() {
  console.log('reached: fetch');
  return fetch('data:text/plain,hello'); // expect PermissionError PB1401
}

export default pattern(() => {
  ask();
  return {};
});
