// Replaces the refusing fetch.
// @result {"found": "refused function"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (globalThis as any).fetch = () => 0;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (typeof fetch);
}

export default pattern(() => ({ found: probe() }));
