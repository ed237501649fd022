// Asks the engine for its call sites.
// @result {"found": "string 0"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  try {
    (Error as any).prepareStackTrace = (_: unknown, sites: unknown) => sites;
  } catch {
    console.log('reached: a refusal');
  }
  const { stack } = new Error('x');
  console.log('reached: ' + typeof stack);
  return typeof stack + ' ' + String(stack).length;
}

export default pattern(() => ({ found: probe() }));
