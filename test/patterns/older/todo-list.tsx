/// <cts-enable />
/** The older to-do list: found by identity, set without it, pushed from an element's event. */
import { Cell, derive, handler, NAME, pattern, UI } from 'commontools';
import type { Default, OpaqueRef } from 'commontools';

interface Item {
  title: string;
  done: Default<boolean, false>;
}
interface Input {
  items: Default<Item[], []>;
}

const addItem = handler<{ detail: { message: string } }, { items: Cell<Item[]> }>(
  ({ detail }, { items }) => {
    const title = detail?.message?.trim();
    if (title) items.push({ title, done: false });
  },
);
const removeItem = handler<unknown, { items: Cell<Item[]>; item: Cell<Item> }>(
  (_event, { items, item }) => {
    const current = items.get();
    const index = current.findIndex((each) => Cell.equals(item, each as never));
    if (index >= 0) items.set(current.toSpliced(index, 1));
  },
);

export default pattern<Input>(({ items }) => ({
  [NAME]: derive(items, (all) => `Todo (${all.length})`),
  [UI]: (
    <ct-screen>
      {items.map((item: OpaqueRef<Item>) => (
        <div>
          <ct-checkbox $checked={item.done}>{item.title}</ct-checkbox>
          <ct-button onClick={removeItem({ items, item } as never)}>x</ct-button>
        </div>
      ))}
      <ct-message-input onct-send={addItem({ items } as never)} />
    </ct-screen>
  ),
  items,
}));
