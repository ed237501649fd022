// Poisons a built-in in plain sight.
import { pattern } from 'commonfabric';

function poison() {
  console.log('reached: the write');
  Array.prototype.map = () => []; // expect RuntimeError PB1207
}

export default pattern(() => {
  poison();
  return {};
});
