/** Undefined, null, zero and the empty string are values like others. */
import { action, computed, pattern, Writable } from 'commonfabric';

type Anything = string | number | null | undefined;

export default pattern<{ given?: string }>(({ given }) => {
  const value = new Writable<Anything>('text');
  return {
    kind: computed(() => (value.get() === null ? 'null' : typeof value.get())),
    falsy: computed(() => !value.get()),
    given: computed(() => given ?? 'nothing'),
    toUndefined: action(() => value.set(undefined)),
    toNull: action(() => value.set(null)),
    toZero: action(() => value.set(0)),
    toEmpty: action(() => value.set('')),
  };
});
