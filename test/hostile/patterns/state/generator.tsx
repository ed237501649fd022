// Keeps its place in a generator of the module.
import { pattern } from 'commonfabric';

function* numbers() {
  for (let n = 0; ; n++) yield n;
}
const next = numbers(); // expect VerificationError PB1109

export default pattern(() => ({ n: next.next().value }));
