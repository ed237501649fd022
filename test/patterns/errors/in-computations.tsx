/** Each kind of computation tells its own failure at its own line, and the others go on. */
import { computed, derive, lift, pattern, Writable } from 'commonfabric';

const refuse = (why: string): never => {
  throw new Error(why); // throws lift 1
};
const inLift = lift((value: number) => refuse(`lift ${value}`));

export default pattern(() => {
  const value = new Writable(1);
  const rows = new Writable([{ title: 'a' }]);
  return {
    inComputed: computed(() => {
      throw new RangeError('computed'); // throws RangeError: computed
    }),
    inLift: inLift(value as never),
    inDerive: derive(value, () => {
      throw new Error('derive'); // throws derive
    }),
    inSite: value.get() > 0 && JSON.parse('{'), // throws JSON
    nested: { deep: [computed(() => (undefined as unknown as { x: number }).x)] }, // throws x
    noMethod: computed(() => (rows.get()[0] as unknown as { shout: () => string }).shout()), // throws shout
    fine: computed(() => value.get() + 1),
  };
});
