// Rejects with null, and nobody handles it.
// @elsewhere ["RuntimeError PB1202"]
// @result {"done": true}
import { pattern } from 'commonfabric';

export default pattern(() => {
  Promise.reject(null);
  return { done: true };
});
