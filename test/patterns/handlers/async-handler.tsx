/** A handler may wait: what it writes afterwards arrives, and its failure is its own. */
import { action, computed, pattern, Writable } from 'commonfabric';

const later = async (value: number): Promise<number> => {
  await Promise.resolve();
  return value;
};

export default pattern(() => {
  const value = new Writable(0);
  const stage = new Writable('idle');
  return {
    stage,
    double: computed(() => value.get() * 2),
    load: action(async () => {
      stage.set('loading');
      const loaded = await later(21);
      value.set(loaded);
      stage.set('done');
    }),
  };
});
