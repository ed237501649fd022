/** All the ways to make a cell, in every scope, with and without a name of its own. */
import { action, Cell, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const made = new Writable(1);
  const of = Writable.of(1);
  const cell = new Cell(1);
  const cellOf = Cell.of(1);
  const session = new Writable.perSession(1);
  const user = Writable.perUser.of(1);
  const space = new Writable.perSpace(1);
  const named = new Writable(1).for('named');
  const empty = new Writable<number | undefined>();
  const all = [made, of, cell, cellOf, session, user, space, named];
  return {
    made,
    of,
    cell,
    cellOf,
    session,
    user,
    space,
    named,
    empty,
    raise: action(() => {
      for (const [index, each] of all.entries()) each.set(each.get() + index + 1);
      empty.set(0);
    }),
  };
});
