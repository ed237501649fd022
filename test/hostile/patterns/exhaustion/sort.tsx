// Sorts with a comparator that never lets it end.
// @limits {"timeoutMs": 300}
import { pattern } from 'commonfabric';

export default pattern(() => {
  const many = Array.from({ length: 300000 }, (_, n) => n);
  for (;;) many.sort((a, b) => ((a * 7919) % 13) - ((b * 104729) % 11)); // expect? TimeoutError PB1301
});
