// Adds a global.
// @result {"found": "refused undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (globalThis as any).mine = 1;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (typeof (globalThis as any).mine);
}

export default pattern(() => ({ found: probe() }));
