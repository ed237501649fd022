// Imports a host module from a compartment of its own.
// @result {"found": "asked"}
// @console "^found: nothing$"
import { pattern } from 'commonfabric';

function probe(): unknown {
  const inner = new (globalThis as any).Compartment({ __options__: true });
  console.log('reached: ' + typeof inner.import);
  inner.import('node:fs').then(
    () => console.log('found: a module'),
    () => console.log('found: nothing'),
  );
  return 'asked';
}

export default pattern(() => ({ found: probe() }));
