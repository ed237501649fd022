/** The older idiom: find an element by identity, then set a list without it. */
import { Cell, equals, handler, pattern } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

interface Item {
  title: string;
}

const byStatic = handler<void, { item: Item; items: Writable<Item[]> }>(
  (_event, { item, items }) => {
    const index = items.get().findIndex((each) => Cell.equals(item, each));
    if (index >= 0) items.set(items.get().toSpliced(index, 1));
  },
);
const byMethod = handler<void, { item: Writable<Item>; items: Writable<Item[]> }>(
  (_event, { item, items }) => {
    items.set(items.get().filter((each) => !item.equals(each)));
  },
);
const byFunction = handler<void, { item: Item; items: Writable<Item[]> }>(
  (_event, { item, items }) => {
    items.set(items.get().filter((each) => !equals(each, item)));
  },
);

export default pattern<{
  items?: Writable<
    Item[] | Default<[{ title: 'a' }, { title: 'b' }, { title: 'c' }, { title: 'd' }]>
  >;
}>(({ items }) => ({
  items,
  rows: items.map((item) => ({
    byStatic: byStatic({ item, items }),
    byMethod: byMethod({ item, items }),
    byFunction: byFunction({ item, items }),
  })),
}));
