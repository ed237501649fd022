// Hides a dynamic import in made-up code.
// @result {"found": "SyntaxError"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  console.log('reached: Function');
  try {
    return new Function('return im' + 'port("node:fs")')();
  } catch (error) {
    return (error as Error).name;
  }
}

export default pattern(() => ({ found: probe() }));
