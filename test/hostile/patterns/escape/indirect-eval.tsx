// Evaluates text indirectly.
// @result {"found": "undefined undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const e = eval;
  console.log('reached: ' + typeof e);
  return (0, e)("typeof process + ' ' + typeof require");
}

export default pattern(() => ({ found: probe() }));
