// Replaces JSON.stringify.
// @result {"found": "refused 1"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (JSON as any).stringify = () => "mine";
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (JSON.stringify(1));
}

export default pattern(() => ({ found: probe() }));
