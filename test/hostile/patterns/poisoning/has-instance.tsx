// Redefines instanceof.
// @result {"found": "refused false"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    Object.defineProperty(Array, Symbol.hasInstance, { value: () => true });
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (({}) instanceof Array);
}

export default pattern(() => ({ found: probe() }));
