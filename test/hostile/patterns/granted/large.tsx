// Reads a file that is larger than files may be.
// @allow {"read": ["granted/data"]}
import { dataFile, pattern } from 'commonfabric';
import { canary } from '../targets.ts';

export default pattern(() => {
  console.log('reached: ' + dataFile('open.txt'));
  const text = String(dataFile('large.txt')).length; // expect RuntimeError PB1407
  return { text, canary: canary.length };
});
