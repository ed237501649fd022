// Throws an error that looks like one of the sandbox.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw Object.assign(new Error('forged'), { name: 'InternalError', code: 'PB1503' }); // expect RuntimeError PB1201
});
