// Reads a file by its whole path.
// @allow {"read": ["granted/data"]}
import { dataFile, pattern } from 'commonfabric';
import { canary } from '../targets.ts';

export default pattern(() => {
  console.log('reached: ' + dataFile('open.txt'));
  const text = String(dataFile(canary)).length; // expect PermissionError PB1403
  return { text, canary: canary.length };
});
