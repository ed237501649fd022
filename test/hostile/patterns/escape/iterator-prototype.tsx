// Looks for host objects behind iterators.
// @result {"found": true}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const protos = [[].values(), new Map().entries(), ''[Symbol.iterator](), new URLSearchParams('a=b').entries()];
  console.log('reached: ' + protos.length);
  return protos.every((one) => Object.isFrozen(Object.getPrototypeOf(Object.getPrototypeOf(one))));
}

export default pattern(() => ({ found: probe() }));
