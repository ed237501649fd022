// Asks for the network and reads the refusal.
// @result {"told": "PermissionError PB1401"}
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

import { Writable } from 'commonfabric';

export default pattern(() => {
  const told = new Writable('');
  fetch('http://127.0.0.1:' + port).catch((error) => {
    console.log('reached: ' + error.name);
    told.set(error.name + ' ' + error.code);
  });
  return { told };
});
