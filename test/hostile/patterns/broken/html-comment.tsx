// Has an HTML comment in code.
// @result {"n": 1}
import { pattern } from 'commonfabric';

export default pattern(() => {
  let i = 3;
  const n = i-->0 ? 1 : 2;
  return { n };
});
