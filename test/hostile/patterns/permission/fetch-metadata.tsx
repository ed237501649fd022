// Asks fetch for the metadata address of a cloud.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

function ask() {
  console.log('reached: fetch');
  return fetch('http://169.254.169.254/latest/meta-data/'); // expect PermissionError PB1401
}

export default pattern(() => {
  ask();
  return {};
});
