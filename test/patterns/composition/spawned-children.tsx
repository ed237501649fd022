/** Children that a handler makes and stores are alive like all others. */
import { action, computed, handler, pattern, str, Writable } from 'commonfabric';
import type { Stream } from 'commonfabric';

interface Child {
  label: string;
  value: number;
  increment: Stream<void>;
}
const Spawned = pattern<{ value: Writable<number> }, Child>(({ value }) => ({
  label: str`child at ${value}`,
  value,
  increment: action(() => value.set(value.get() + 1)),
}));

const spawn = handler<{ seed: number }, { children: Writable<Child[]> }>(
  ({ seed }, { children }) => {
    children.push(Spawned({ value: seed as never }));
  },
);

export default pattern(() => {
  const children = new Writable<Child[]>([]);
  return {
    children,
    total: computed(() => children.get().reduce((sum, { value }) => sum + value, 0)),
    spawn: spawn({ children }),
    incrementAll: action(() => {
      for (const child of children.get()) child.increment.send();
    }),
    removeFirst: action(() => children.set(children.get().slice(1))),
  };
});
