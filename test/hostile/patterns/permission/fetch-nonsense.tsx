// Asks fetch for no URL at all.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function ask() {
  console.log('reached: fetch');
  return fetch('::not a url::'); // expect PermissionError PB1401
}

export default pattern(() => {
  ask();
  return {};
});
