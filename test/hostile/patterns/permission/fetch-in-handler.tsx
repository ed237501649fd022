// Asks for the network in a handler.
// @send ["go"]
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

import { action } from 'commonfabric';

export default pattern(() => {
  const go = action(async () => {
    console.log('reached: fetch');
    await fetch(`http://127.0.0.1:${port}/x`); // expect PermissionError PB1401
  });
  return { go };
});
