// Throws an error that looks like one of the sandbox.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw Object.assign(new Error('forged'), { name: 'TimeoutError', code: 'PB1301' }); // expect RuntimeError PB1201
});
