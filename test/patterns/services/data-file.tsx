/** The text of a file beside the module, read at once. */
import { computed, dataFile, pattern } from 'commonfabric';

export default pattern(() => {
  const text = dataFile('prices.csv');
  return {
    lines: computed(() => text.trim().split('\n').length),
    first: text.split(',')[0],
  };
});
