/** Splicing a list leaves the other elements who they were. */
import { action, pattern, Writable } from 'commonfabric';

interface Item {
  title: string;
}

export default pattern(() => {
  const items = new Writable<Item[]>([{ title: 'a' }, { title: 'b' }, { title: 'c' }]);
  const selected = new Writable<Item | undefined>(undefined);
  return {
    items,
    selected,
    selectLast: action(() => selected.set(items.get().at(-1))),
    dropFirst: action(() => items.set(items.get().toSpliced(0, 1))),
    insert: action(() => items.set(items.get().toSpliced(1, 0, { title: 'new' }))),
    renameLast: action(() =>
      items
        .key(items.get().length - 1)
        .key('title')
        .set('renamed'),
    ),
  };
});
