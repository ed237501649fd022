// Walks a list of four billion holes in one call.
// @limits {"timeoutMs": 600}
import { pattern } from 'commonfabric';

export default pattern(() => {
  const holes: any[] = [];
  holes[4294967294] = 1;
  return { count: holes.map(String).length }; // expect TimeoutError PB1301
});
