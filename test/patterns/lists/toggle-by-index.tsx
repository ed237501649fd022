/** Rows bind a handler with their index; the handler writes that element in place. */
import { handler, pattern, UI } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

interface Item {
  title: string;
  done: boolean;
}

const toggle = handler<void, { index: number; items: Writable<Item[]> }>(
  (_event, { index, items }) => {
    const done = items.key(index).key('done');
    done.set(!done.get());
  },
);

export default pattern<{
  items?: Writable<Item[] | Default<[{ title: 'a'; done: false }, { title: 'b'; done: false }]>>;
}>(({ items }) => ({
  [UI]: (
    <ul>
      {items.map((item, index) => (
        <li onClick={toggle({ index, items })}>{item.done ? `${item.title} ✓` : item.title}</li>
      ))}
    </ul>
  ),
  items,
}));
