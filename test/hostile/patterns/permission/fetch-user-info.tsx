// Asks fetch for a host behind user info.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function ask() {
  console.log('reached: fetch');
  return fetch('http://example.com@127.0.0.1/'); // expect PermissionError PB1401
}

export default pattern(() => {
  ask();
  return {};
});
