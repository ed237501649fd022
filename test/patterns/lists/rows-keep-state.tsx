/** A row keeps its own cells when the list is reordered or filtered: they follow the element. */
import { action, handler, pattern, Writable } from 'commonfabric';
import type { Stream } from 'commonfabric';

interface Person {
  name: string;
}

const Row = pattern<{ person: Person }, { name: string; clicks: number; click: Stream<void> }>(
  ({ person }) => {
    const clicks = new Writable(0);
    return { name: person.name, clicks, click: action(() => clicks.set(clicks.get() + 1)) };
  },
);

const reverse = handler<void, { people: Writable<Person[]> }>((_event, { people }) => {
  people.set(people.get().toReversed());
});

export default pattern(() => {
  const people = new Writable<Person[]>([{ name: 'Ada' }, { name: 'Bob' }, { name: 'Cy' }]);
  return {
    rows: people.map((person) => Row({ person })),
    reverse: reverse({ people }),
    dropFirst: action(() => people.set(people.get().slice(1))),
    addFront: action(() => people.set([{ name: 'New' }, ...people.get()])),
  };
});
