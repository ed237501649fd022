// Loops in a function that the body calls.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

function spin() {
  let n = 0;
  for (;;) n++; // expect TimeoutError PB1301
}

export default pattern(() => {
  spin();
  return {};
});
