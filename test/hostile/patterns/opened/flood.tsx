// Without the budget inside: prints more than the server takes.
// @limits {"maxOutputBytes": 20000}
// @elsewhere ["InternalError PB1502"]
import { pattern } from 'commonfabric';

export default pattern(() => {
  for (let n = 0; n < 3000; n++) console.log('x'.repeat(1000));
  return {};
});
