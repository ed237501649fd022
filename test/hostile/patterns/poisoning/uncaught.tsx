// Poisons a built-in and does not catch the refusal.
import { pattern } from 'commonfabric';

function poison() {
  console.log('reached: the write');
  const target: any = Array.prototype;
  target.map = () => []; // expect RuntimeError PB1207
}

export default pattern(() => {
  poison();
  return {};
});
