/// <cts-enable />
/** Cells of the older API, and a lift over schemas with a cell in it. */
import { Cell, cell, handler, lift, recipe, toSchema, Writable } from 'commontools';

const addAll = lift(
  toSchema<{ list: Cell<number[]>; to: number }>(),
  { type: 'number' },
  ({ list, to }) => list.get().reduce((sum: number, each: number) => sum + each, to),
);
const push = handler(
  {},
  { type: 'object', properties: { list: { asCell: true } } },
  (_event, { list }) => list.push(4),
);

export default recipe('Cells', () => {
  const list = cell([1, 2]);
  const of = Cell.of('of');
  const written = Writable.of<{ deep: { n: number } }>({ deep: { n: 1 } });
  return {
    sum: addAll({ list, to: 10 }),
    of,
    n: written.key('deep').key('n'),
    push: push({ list }),
  };
});
