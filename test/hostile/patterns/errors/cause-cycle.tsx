// Throws an error that is its own cause.
import { pattern } from 'commonfabric';

export default pattern(() => {
  const error: any = new Error('loop'); // expect RuntimeError PB1201
  error.cause = error;
  error.errors = [error];
  throw error;
});
