// Throws an error of a class of its own.
import { pattern } from 'commonfabric';

class Odd extends TypeError {
  get name(): string {
    throw new Error('trap');
  }
}

export default pattern(() => {
  throw new Odd('odd'); // expect RuntimeError PB1201
});
