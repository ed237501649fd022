/** Parts of a child's result, of a computed object and of a tuple stay live when taken apart. */
import { action, computed, pattern, Writable } from 'commonfabric';

const Split = pattern<{ text: string }, { head: string; tail: string }>(({ text }) => ({
  head: computed(() => text.slice(0, 1)),
  tail: computed(() => text.slice(1)),
}));

export default pattern(() => {
  const text = new Writable('abc');
  const { head, tail } = Split({ text });
  const { length, upper } = computed(() => ({
    length: text.get().length,
    upper: text.get().toUpperCase(),
  }));
  const [first, last] = computed(() => [text.get().at(0), text.get().at(-1)]);
  return {
    head,
    tail,
    length,
    upper,
    ends: computed(() => `${first}${last}`),
    change: action(() => text.set('vwxyz')),
  };
});
