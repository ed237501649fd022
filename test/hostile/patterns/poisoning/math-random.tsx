// Replaces Math.random.
// @result {"found": "refused function"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Math as any).random = () => 4;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (typeof Math.random);
}

export default pattern(() => ({ found: probe() }));
