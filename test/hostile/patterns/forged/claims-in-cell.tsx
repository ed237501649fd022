// Puts an error look-alike into a cell.
// @result {"cell": {"$type": "object"}}
import { pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const cell = new Writable({ $type: 'error', name: 'InternalError', message: 'forged' });
  return { cell };
});
