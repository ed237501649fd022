/** A row that has left the list computes nothing more. */
import { action, computed, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const people = new Writable<{ id: string }[]>([{ id: 'a' }, { id: 'b' }]);
  const names = new Writable<Record<string, string>>({ a: 'Ada', b: 'Bob' });
  return {
    lines: people.map((person) =>
      computed(() => {
        const name = names.get()[person.id];
        if (name === undefined) throw new Error(`the row of ${person.id} outlived its element`);
        return name;
      }),
    ),
    leave: action(() => people.set(people.get().slice(1))),
    forget: action(() => names.set({ b: 'Bea' })),
  };
});
