// Asks the service navigateTo for what is not granted.
import { pattern } from 'commonfabric';
import { canary, port, secretName } from '../targets.ts';

import { navigateTo } from 'commonfabric';

export default pattern(() => {
  console.log('reached: the service');
  const answer = navigateTo({ x: 1 } as any);
  return { answer };
});
