// Looks for shared memory, WebAssembly and workers.
// @result {"found": []}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const names = ['SharedArrayBuffer', 'Atomics', 'WebAssembly', 'Worker', 'MessageChannel', 'BroadcastChannel'];
  console.log('reached: ' + names.length);
  return names.filter((name) => typeof (globalThis as any)[name] !== 'undefined');
}

export default pattern(() => ({ found: probe() }));
