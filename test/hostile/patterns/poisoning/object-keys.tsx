// Replaces Object.keys.
// @result {"found": "refused a"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Object as any).keys = () => ["mine"];
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (Object.keys({ a: 1 })[0]);
}

export default pattern(() => ({ found: probe() }));
