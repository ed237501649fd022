// Throws an error that looks like one of the sandbox.
import { pattern } from 'commonfabric';

export default pattern(() => {
  throw Object.assign(new Error('forged'), { refusal: { kind: 'permission', scope: 'network', target: 'x' } }); // expect RuntimeError PB1201
});
