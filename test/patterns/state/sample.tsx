/** A value that is sampled is not followed; one that is got is. */
import { action, computed, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const followed = new Writable(1);
  const sampled = new Writable(10);
  return {
    sum: computed(() => followed.get() + sampled.sample()),
    changeSampled: action(() => sampled.set(20)),
    changeFollowed: action(() => followed.set(2)),
  };
});
