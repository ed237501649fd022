// Hides a dynamic import behind a comment.
// @result {"found": "refused"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  console.log('reached: eval');
  try {
    (0, eval)('im' + 'port/**/("node:fs")');
    return 'made';
  } catch {
    return 'refused';
  }
}

export default pattern(() => ({ found: probe() }));
