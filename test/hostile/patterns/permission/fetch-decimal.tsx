// Asks fetch for the loopback address in decimal.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function ask() {
  console.log('reached: fetch');
  return fetch('http://2130706433/'); // expect PermissionError PB1401
}

export default pattern(() => {
  ask();
  return {};
});
