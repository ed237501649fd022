// Reads through a link that leads out of the allowed folder.
// @allow {"read": ["granted/data"]}
import { dataFile, pattern } from 'commonfabric';
import { canary } from '../targets.ts';

export default pattern(() => {
  console.log('reached: ' + dataFile('open.txt'));
  const text = String(dataFile('link.txt')).length; // expect PermissionError PB1403
  return { text, canary: canary.length };
});
