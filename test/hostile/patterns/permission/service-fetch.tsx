// Asks the service fetchJson for what is not granted.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

import { fetchJson } from 'commonfabric';

export default pattern(() => {
  console.log('reached: the service');
  const answer = fetchJson({ url: 'http://127.0.0.1:' + port + '/x' });
  return { answer };
});
