/** An event may carry an item; the list knows it again. */
import { computed, handler, pattern } from 'commonfabric';
import type { Default, Stream, Writable } from 'commonfabric';

interface Item {
  title: string;
}

const removeItem = handler<{ item: Item }, { items: Writable<Item[]> }>(({ item }, { items }) => {
  items.remove(item);
});

const Row = pattern<{ item: Item; onRemove: Stream<{ item: Item }> }>(({ item, onRemove }) => ({
  item,
  remove: forward({ item, onRemove }),
}));

const forward = handler<void, { item: Item; onRemove: Stream<{ item: Item }> }>(
  (_event, { item, onRemove }) => {
    onRemove.send({ item });
  },
);

export default pattern<{
  items?: Writable<Item[] | Default<[{ title: 'same' }, { title: 'same' }, { title: 'other' }]>>;
}>(({ items }) => ({
  items,
  count: computed(() => items.get().length),
  rows: items.map((item) => Row({ item, onRemove: removeItem({ items }) })),
  removeItem: removeItem({ items }),
}));
