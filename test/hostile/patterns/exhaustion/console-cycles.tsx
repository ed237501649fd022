// Prints values that refer to themselves and are deep.
// @limits {}
// @result {"printed": true}
import { pattern } from 'commonfabric';

function print() {
  const cycle: any = { name: 'cycle' };
  cycle.self = cycle;
  let deep: any = {};
  for (let n = 0; n < 5000; n++) deep = { deep };
  console.log(cycle, deep, new Array(100_000).fill(cycle));
  return true;
}

export default pattern(() => ({ printed: print() }));
