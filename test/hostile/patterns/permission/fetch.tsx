// Asks for the network.
// @result {"asked": true}
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function ask() {
  console.log('reached: fetch');
  return fetch('http://127.0.0.1:' + port + '/x'); // expect PermissionError PB1401
}

export default pattern(() => {
  ask();
  return { asked: true };
});
