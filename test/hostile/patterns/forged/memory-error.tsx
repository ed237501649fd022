// Throws an error that looks like one of the sandbox.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw Object.assign(new Error('forged'), { name: 'MemoryError', message: 'FATAL ERROR: Reached heap limit' }); // expect RuntimeError PB1201
});
