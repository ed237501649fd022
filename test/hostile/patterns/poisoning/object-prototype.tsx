// Adds a property to every object.
// @result {"found": "refused undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Object.prototype as any).polluted = 1;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (typeof ({} as any).polluted);
}

export default pattern(() => ({ found: probe() }));
