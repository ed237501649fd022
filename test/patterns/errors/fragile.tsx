/** A child that fails when its limit is reached. */
import { computed, pattern } from 'commonfabric';

export const Fragile = pattern<{ limit: number }, { left: number }>(({ limit }) => ({
  left: computed(() => {
    if (limit <= 0) throw new RangeError('no more left'); // throws RangeError: no more left
    return limit;
  }),
}));
