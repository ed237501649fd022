/** The body of a pattern itself fails: at its line, with the name of the pattern. */
import { pattern } from 'commonfabric';

const limits = { max: 3 } as { max: number; min?: { value: number } };

export default pattern(() => {
  const lowest = limits.min!.value; // throws limits.min
  return { lowest };
});
