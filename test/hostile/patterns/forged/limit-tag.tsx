// Throws an error that looks like one of the sandbox.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw Object.assign(new Error('forged'), { refusal: { kind: 'limit', limit: 'run.timeout', value: 1, used: 2 } }); // expect RuntimeError PB1201
});
