// Fails more often than anyone can read.
// @limits {}
// @result {"failed": 5000}
// @console "More than 100 errors"
import { pattern } from 'commonfabric';

async function fail(n: number) {
  throw new Error('failure ' + n); // expect RuntimeError PB1201
}
function failAll() {
  for (let n = 0; n < 5000; n++) fail(n);
  return 5000;
}

export default pattern(() => ({ failed: failAll() }));
