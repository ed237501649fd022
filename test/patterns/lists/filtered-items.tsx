/** What comes out of a filtering computed is still the original element. */
import { action, computed, equals, handler, pattern } from 'commonfabric';
import type { Default, Stream, Writable } from 'commonfabric';

interface Item {
  title: string;
  done: boolean;
}

const complete = handler<void, { item: Writable<Item> }>((_event, { item }) => {
  item.key('done').set(true);
});

const Row = pattern<{ item: Item }, { title: string; complete: Stream<void> }>(({ item }) => ({
  title: item.title,
  complete: complete({ item }),
}));

export default pattern<{
  items?: Writable<
    | Item[]
    | Default<
        [{ title: 'a'; done: true }, { title: 'b'; done: false }, { title: 'c'; done: false }]
      >
  >;
}>(({ items }) => {
  const open = computed(() => items.get().filter((item) => !item.done));
  return {
    items,
    open,
    rows: open.map((item) => <Row item={item} />),
    sameAsSecond: computed(() => equals(open[0], items.get()[1])),
    completeFirst: action(() => {
      const [first] = open;
      const index = items.get().findIndex((item) => equals(item, first));
      items.key(index).key('done').set(true);
    }),
    removeFirst: action(() => {
      if (open[0]) items.remove(open[0]);
    }),
  };
});
