// Counts with the console, which starts afresh in each run.
// @console "^x: 2$"
import { pattern } from 'commonfabric';

export default pattern(() => {
  console.count('x');
  console.count('x');
  return {};
});
