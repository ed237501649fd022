// Throws an error with a thousand causes.
import { pattern } from 'commonfabric';

function chain() {
  let error = new Error('first');
  for (let n = 0; n < 1000; n++) error = new Error('next', { cause: error }); // expect RuntimeError PB1201
  return error;
}

export default pattern(() => {
  throw chain();
});
