// Replaces a method of typed arrays.
// @result {"found": "refused 3"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    (Object.getPrototypeOf(Uint8Array.prototype) as any).set = () => 0;
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (new Uint8Array([3])[0]);
}

export default pattern(() => ({ found: probe() }));
