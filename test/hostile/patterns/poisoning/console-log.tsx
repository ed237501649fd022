// Replaces a method of the console.
// @result {"found": "refused function"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (console as any).log = () => 0;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (typeof console.log);
}

export default pattern(() => ({ found: probe() }));
