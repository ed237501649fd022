// Evaluates in a compartment of its own.
// @result {"found": "undefined undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const inner = new (globalThis as any).Compartment({ __options__: true });
  console.log('reached: ' + typeof inner);
  return inner.evaluate("typeof process + ' ' + typeof fetch");
}

export default pattern(() => ({ found: probe() }));
