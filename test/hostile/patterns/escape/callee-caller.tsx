// Walks up the stack through caller and arguments.
// @result {"found": "undefined"}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const out: string[] = [];
  const inner = new Function('try { return typeof arguments.callee.caller } catch { return "undefined" }');
  console.log('reached: ' + typeof inner);
  out.push(inner());
  for (const key of ['caller', 'arguments']) {
    try {
      out.push(typeof (probe as any)[key]);
    } catch {
      out.push('undefined');
    }
  }
  return [...new Set(out)].join(' ');
}

export default pattern(() => ({ found: probe() }));
