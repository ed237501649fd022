// Makes code through the constructor of async functions.
// @result {"found": "refused"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const A = Object.getPrototypeOf(async () => 1).constructor;
  console.log('reached: ' + typeof A);
  try {
    A('return typeof process')();
    return 'made';
  } catch (error) {
    return (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
}

export default pattern(() => ({ found: probe() }));
