// Asks fetch for the loopback address of IPv6.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function ask() {
  console.log('reached: fetch');
  return fetch('http://[::1]/'); // expect PermissionError PB1401
}

export default pattern(() => {
  ask();
  return {};
});
