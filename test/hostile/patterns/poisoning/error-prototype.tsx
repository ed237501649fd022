// Changes what errors say.
// @result {"found": "refused x"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Error.prototype as any).message = "forged";
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (new Error("x").message);
}

export default pattern(() => ({ found: probe() }));
