// Throws an error whose stack is a getter.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const error = new Error('forged'); // expect RuntimeError PB1201
  Object.defineProperty(error, 'stack', { get: () => 'at patternbox:///targets.ts:1:1' });
  throw error;
});
