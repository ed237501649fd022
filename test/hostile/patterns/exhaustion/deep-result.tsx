// Returns a value that is nested too deeply.
// @limits {}
import { pattern } from 'commonfabric';

function nest() {
  let value: unknown = 1;
  for (let n = 0; n < 300; n++) value = { value };
  return value;
}

export default pattern(() => ({ found: nest() })); // expect ResourceLimitError PB1306
