// Ties a counter to a built-in with a weak map.
import { pattern } from 'commonfabric';

const counts = new WeakMap<object, number>(); // expect VerificationError PB1109

export default pattern(() => {
  counts.set(Array, (counts.get(Array) ?? 0) + 1);
  return { count: counts.get(Array) };
});
