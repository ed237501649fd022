/// <cts-enable />
/** `derive` over a name, a path, an object and a list; it may also look at other names around it. */
import { cell, derive, handler, pattern } from 'commontools';
import type { Cell, Default } from 'commontools';

interface Input {
  user: Default<{ name: string; age: number }, { name: 'Ann'; age: 30 }>;
}
const grow = handler<unknown, { extra: Cell<number> }>((_event, { extra }) => {
  extra.set(extra.get() + 1);
});

export default pattern<Input>(({ user }) => {
  const extra = cell(1);
  const list = cell([3, 1, 2]);
  return {
    path: derive(user.name, (name) => name.toUpperCase()),
    object: derive({ user, extra }, ({ user, extra }) => user.age + extra),
    array: derive([user.age, extra] as const, ([age, more]) => age * 100 + more),
    captured: derive(user, ({ age }) => age + extra.get()),
    chained: derive(
      derive(list, (all) => [...all].sort()),
      (sorted) => sorted.join(''),
    ),
    schemas: derive({ type: 'number' }, { type: 'string' }, extra, (value: number) => `#${value}`),
    grow: grow({ extra }),
  };
});
