// Replaces then of promises.
// @result {"found": "refused true"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Promise.prototype as any).then = () => 0;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (String(Promise.prototype.then).includes("native"));
}

export default pattern(() => ({ found: probe() }));
