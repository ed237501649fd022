// Replaces exec of regular expressions.
// @result {"found": "refused true"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (RegExp.prototype as any).exec = () => null;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (/a/.test("a"));
}

export default pattern(() => ({ found: probe() }));
