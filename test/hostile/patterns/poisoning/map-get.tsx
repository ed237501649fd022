// Replaces get of maps.
// @result {"found": "refused 2"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Map.prototype as any).get = () => "mine";
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (new Map([[1, 2]]).get(1));
}

export default pattern(() => ({ found: probe() }));
