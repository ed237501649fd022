// Looks for the scope objects of the compartment through sloppy code.
// @result {"found": "SyntaxError"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  console.log('reached: Function');
  try {
    return new Function('with ({}) { return typeof process }')();
  } catch (error) {
    return (error as Error).name;
  }
}

export default pattern(() => ({ found: probe() }));
