/** The index that a row was given is live, and the third parameter is the list. */
import { action, computed, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const names = new Writable<{ name: string }[]>([{ name: 'a' }, { name: 'b' }]);
  return {
    lines: names.map((each, index, all) =>
      computed(() => `${index + 1}/${all.length} ${each.name}`),
    ),
    push: action(() => names.push({ name: 'c' })),
    reverse: action(() => names.set(names.get().toReversed())),
  };
});
