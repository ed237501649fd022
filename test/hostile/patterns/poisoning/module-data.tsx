// Changes data of the module that a sibling shares.
import { pattern } from 'commonfabric';
import { shared } from './_shared.ts';

function write() {
  console.log('reached: ' + shared.list.length);
  (shared.list as any).push('mine'); // expect RuntimeError PB1207
}

export default pattern(() => {
  write();
  return {};
});
