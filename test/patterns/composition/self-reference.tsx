/** `SELF` is a reference to the instance's own result, for those who must tell others who they are. */
import { action, equals, handler, pattern, SELF, Writable } from 'commonfabric';
import type { Stream } from 'commonfabric';

interface Member {
  name: string;
  join: Stream<void>;
}

const join = handler<void, { self: unknown; club: Writable<unknown[]> }>((_event, { self, club }) =>
  club.push(self),
);

const Person = pattern<{ name: string; club: Writable<unknown[]> }, Member>(
  ({ name, club, [SELF]: self }) => ({
    name,
    join: join({ self, club }),
  }),
);

export default pattern(() => {
  const club = new Writable<unknown[]>([]);
  const ada = Person({ name: 'Ada', club });
  const bob = Person({ name: 'Bob', club });
  const isAda = new Writable<boolean | undefined>(undefined);
  return {
    ada,
    bob,
    club,
    isAda,
    ask: action(() => isAda.set(equals(club.get()[0], ada) && !equals(club.get()[0], bob))),
  };
});
