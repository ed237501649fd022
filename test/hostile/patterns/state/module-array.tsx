// Keeps a list in the module and adds to it.
import { pattern } from 'commonfabric';

const seen: number[] = [];

export default pattern(() => {
  seen.push(1); // expect RuntimeError PB1207
  return { seen: seen.length };
});
