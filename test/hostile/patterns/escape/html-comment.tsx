// Hides code from the checks behind an HTML comment.
// @result {"found": "refused"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  console.log('reached: eval');
  try {
    return (0, eval)('1 <!' + '-- + im');
  } catch {
    return 'refused';
  }
}

export default pattern(() => ({ found: probe() }));
