// Fails more often than anyone can read.
// @limits {}
// @result {"failed": 5000}
import { pattern } from 'commonfabric';

async function fail(n: number) {
  throw new Error('failure ' + n);
}
function failAll() {
  for (let n = 0; n < 5000; n++) fail(n).catch(() => undefined);
  return 5000;
}

export default pattern(() => ({ failed: failAll() }));
