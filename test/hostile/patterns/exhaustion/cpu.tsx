// Works on without end, with much wall time and little CPU time allowed.
// @limits {"timeoutMs": 20000, "cpuTimeoutMs": 200}
import { pattern } from 'commonfabric';

export default pattern(() => {
  for (let n = 0; ; n = (n + 1) % 1000); // expect TimeoutError PB1302
});
