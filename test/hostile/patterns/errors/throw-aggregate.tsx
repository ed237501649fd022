// Throws many errors in one.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw new AggregateError([new Error('a'), null, new Error('b')], 'many'); // expect RuntimeError PB1201
});
