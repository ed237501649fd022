// Reads a variable that no rule names, beside one that a rule does.
// @allow {"env": ["PATTERNBOX_OPEN"]}
import { getPatternEnvironment, pattern } from 'commonfabric';
import { secretName } from '../targets.ts';

export default pattern(() => {
  const environment = getPatternEnvironment() as any;
  console.log('reached: ' + environment.PATTERNBOX_OPEN);
  const names = Object.keys(environment).join();
  console.log('names: ' + names);
  const secret = environment[secretName]; // expect PermissionError PB1403
  return { secret };
});
