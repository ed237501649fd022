// Redefines undefined.
// @result {"found": "refused undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  let outcome = 'written';
  console.log('reached: the write');
  try {
    Object.defineProperty(globalThis, "undefined", { value: 1 });
  } catch (error) {
    outcome = (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
  return outcome + ' ' + (String(undefined));
}

export default pattern(() => ({ found: probe() }));
