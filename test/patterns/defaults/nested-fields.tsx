/** Defaults of fields inside a list's elements are there when they are read. */
import { action, computed, handler, pattern } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

interface Item {
  title: string;
  done: boolean | Default<false>;
  tags?: string[] | Default<[]>;
}

const toggle = handler<{ index: number }, { items: Writable<Item[]> }>(({ index }, { items }) => {
  const done = items.key(index).key('done');
  done.set(!done.get());
});

export default pattern<{ items?: Writable<Item[] | Default<[]>> }>(({ items }) => ({
  open: computed(() => items.get().filter(({ done }) => done === false).length),
  tags: computed(() => items.get().map(({ tags }) => tags!.length)),
  isFalse: items.map((item) => item.done === false),
  add: action<{ title: string }>(({ title }) => items.push({ title } as Item)),
  tag: action(() => items.key(0).key('tags').push('new')),
  toggle: toggle({ items }),
}));
