// Asks whether there is a file beside itself that no rule allows.
// @allow {"read": ["granted/data"]}
import { dataFile, pattern } from 'commonfabric';
import { canary } from '../targets.ts';

export default pattern(() => {
  console.log('reached: ' + dataFile('open.txt'));
  const text = String(dataFile('beside.txt')).length; // expect RuntimeError PB1407
  return { text, canary: canary.length };
});
