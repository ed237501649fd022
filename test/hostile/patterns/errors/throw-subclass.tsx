// Throws an error of a class of its own.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw new (class Odd extends TypeError { get name(): string { throw new Error('trap'); } })('odd'); // expect RuntimeError PB1201
});
