// Rejects after several turns of the queue.
// @result {"done": true}
import { pattern } from 'commonfabric';

async function late() {
  for (let n = 0; n < 20; n++) await null;
  throw new Error('late'); // expect RuntimeError PB1201
}

export default pattern(() => {
  late();
  return { done: true };
});
