// Captures a stack onto an object of its own.
// @result {"found": ""}
import { pattern } from 'commonfabric';

function probe(): unknown {
  const holder: any = {};
  console.log('reached: ' + typeof (Error as any).captureStackTrace);
  try {
    (Error as any).captureStackTrace(holder);
  } catch {
    return '';
  }
  return holder.stack ?? '';
}

export default pattern(() => ({ found: probe() }));
