// Makes code through the constructor of generators.
// @result {"found": "refused"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const G = Object.getPrototypeOf(function* () {}).constructor;
  console.log('reached: ' + typeof G);
  try {
    return [...G("yield typeof process + ' ' + typeof require")()][0];
  } catch (error) {
    return (error as Error).constructor === TypeError ? 'refused' : 'odd';
  }
}

export default pattern(() => ({ found: probe() }));
