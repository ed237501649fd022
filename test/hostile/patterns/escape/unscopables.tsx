// Unlocks outer names with unscopables.
// @result {"found": "undefined undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  console.log('reached: unscopables');
  try {
    (globalThis as any)[Symbol.unscopables] = { eval: true };
  } catch {
    return (0, eval)("typeof process + ' ' + typeof require");
  }
  return 'written';
}

export default pattern(() => ({ found: probe() }));
