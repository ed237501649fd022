// Keeps the queue of promises full.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

async function again(): Promise<void> {
  for (;;) await null; // expect TimeoutError PB1301
}

export default pattern(() => {
  again();
  return {};
});
