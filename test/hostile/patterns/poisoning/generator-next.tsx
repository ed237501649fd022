// Replaces next of generators.
// @result {"found": "refused 5"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Object.getPrototypeOf(Object.getPrototypeOf(function* () {}())) as any).next = () => 0;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + ([...(function* () { yield 5; })()][0]);
}

export default pattern(() => ({ found: probe() }));
