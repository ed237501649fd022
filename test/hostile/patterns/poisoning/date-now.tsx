// Replaces Date.now.
// @result {"found": "refused function"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Date as any).now = () => 4;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (typeof Date.now);
}

export default pattern(() => ({ found: probe() }));
