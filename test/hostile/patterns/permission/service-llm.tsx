// Asks the service generateText for what is not granted.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

import { generateText } from 'commonfabric';

export default pattern(() => {
  console.log('reached: the service');
  const answer = generateText({ prompt: 'hello' });
  return { answer };
});
