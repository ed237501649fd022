// Prints a value whose toString never ends: it is not run.
// @limits {"timeoutMs": 2000}
// @result {"printed": true}
import { pattern } from 'commonfabric';

export default pattern(() => {
  console.log({ toString() { for (;;); } }, { toJSON() { for (;;); } });
  return { printed: true };
});
