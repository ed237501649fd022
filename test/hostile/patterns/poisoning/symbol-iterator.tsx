// Replaces the iterator of arrays.
// @result {"found": "refused 2"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Array.prototype as any)[Symbol.iterator] = function* () {};
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + ([...[1, 2]].length);
}

export default pattern(() => ({ found: probe() }));
