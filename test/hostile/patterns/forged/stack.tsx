// Throws an error with a stack of its own making.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const error = new Error('forged');
  error.stack = 'Error: forged\n    at other (patternbox:///targets.ts:1:1)';
  throw error; // expect RuntimeError PB1201
});
