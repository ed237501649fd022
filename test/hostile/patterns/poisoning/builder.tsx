// Replaces a property of a builder.
// @result {"found": "refused undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (pattern as any).of = () => 0;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (typeof (pattern as any).of);
}

export default pattern(() => ({ found: probe() }));
