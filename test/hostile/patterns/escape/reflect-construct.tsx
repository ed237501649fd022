// Constructs a function through Reflect.
// @result {"found": "undefined undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const f = Reflect.construct(Function, ["return typeof process + ' ' + typeof require"]);
  console.log('reached: ' + typeof f);
  return f();
}

export default pattern(() => ({ found: probe() }));
