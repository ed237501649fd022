// Leaves a value under a symbol of the globals.
import { pattern } from 'commonfabric';

export default pattern(() => {
  (globalThis as any)[Symbol.for('left')] = 1; // expect RuntimeError PB1207
  return {};
});
