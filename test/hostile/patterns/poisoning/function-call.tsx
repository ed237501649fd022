// Replaces call of functions.
// @result {"found": "refused 7"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Function.prototype as any).call = () => 0;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + ((() => 7).call(null));
}

export default pattern(() => ({ found: probe() }));
