// Throws the text that the engine dies with.
// @outcome "failed"
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw new RangeError('FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed'); // expect RuntimeError PB1201
});
