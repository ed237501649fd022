// Asks the service fetchText for what is not granted.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

import { fetchText } from 'commonfabric';

export default pattern(() => {
  console.log('reached: the service');
  const answer = fetchText({ url: 'http://127.0.0.1:' + port + '/x' });
  return { answer };
});
