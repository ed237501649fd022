// Keeps a counter in a class.
import { pattern } from 'commonfabric';

class Counter { // expect VerificationError PB1104
  static count = 0;
}

export default pattern(() => ({ count: ++Counter.count }));
