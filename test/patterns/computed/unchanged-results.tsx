/** A result that is deeply the same as before is not passed on. */
import { action, computed, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const raw = new Writable(1);
  const range = computed(() => ({ from: Math.floor(raw.get() / 10) * 10 }));
  return {
    range,
    told: computed(() => {
      console.log(`from ${range.from}`);
      return range.from;
    }),
    within: action(() => raw.set(7)),
    beyond: action(() => raw.set(17)),
  };
});
