// Replaces a method of arrays.
// @result {"found": "refused 2"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Array.prototype as any).map = () => ["mine"];
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + ([1].map((x) => x + 1)[0]);
}

export default pattern(() => ({ found: probe() }));
