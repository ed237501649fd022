/**
 * A to-do list: every row is a pattern of its own that writes through to its item.
 *
 * Expect: two items, one of them open. Send `add={"title":"Sleep"}` and a third row appears; a
 * click on a row's checkbox changes `open`.
 */
import { computed, handler, NAME, pattern, UI } from 'commonfabric';
import type { Default, Stream, Writable } from 'commonfabric';

interface Item {
  title: string;
  done: boolean | Default<false>;
}

interface Input {
  items?: Writable<
    | Item[]
    | Default<[{ title: 'Read the rules'; done: true }, { title: 'Write a pattern'; done: false }]>
  >;
}

interface Output {
  items: Item[];
  open: number;
  add: Stream<{ title: string }>;
}

const add = handler<{ title: string }, { items: Writable<Item[]> }>(({ title }, { items }) => {
  items.push({ title, done: false });
});

const remove = handler<void, { items: Writable<Item[]>; item: Item }>((_event, { items, item }) => {
  items.remove(item);
});

const Row = pattern<{ item: Item; onRemove: Stream<void> }>(({ item, onRemove }) => ({
  [UI]: (
    <li>
      <cf-checkbox $checked={item.done}>{item.title}</cf-checkbox>
      <cf-button onClick={onRemove}>Remove</cf-button>
    </li>
  ),
}));

export default pattern<Input, Output>(({ items }) => {
  const open = computed(() => items.get().filter((item) => !item.done).length);

  return {
    [NAME]: computed(() => `To do: ${open}`),
    [UI]: (
      <div>
        <ul>
          {items.map((item) => (
            <Row item={item} onRemove={remove({ items, item })} />
          ))}
        </ul>
        <p>{open === 0 ? 'All done.' : `${open} to go`}</p>
      </div>
    ),
    items,
    open,
    add: add({ items }),
  };
});
