/** The declaration of a handler's state decides what each name is, whatever was bound. */
import { computed, handler, pattern } from 'commonfabric';
import type { Default, Stream, Writable } from 'commonfabric';

interface State {
  cell: Writable<number>;
  plain: number;
  nested: { cells: Writable<string[]>; fixed: string };
  done: Stream<{ total: number }>;
}

const add = handler<{ by: number }, State>(({ by }, { cell, plain, nested, done }) => {
  cell.set(cell.get() + by * plain);
  nested.cells.push(`${nested.fixed}${by}`);
  done.send({ total: cell.get() });
});
const note = handler<{ total: number }, { last: Writable<number> }>(({ total }, { last }) =>
  last.set(total),
);

export default pattern<{
  sum?: number | Default<0>;
  factor?: Writable<number | Default<2>>;
  log?: Writable<string[] | Default<[]>>;
  last?: Writable<number | Default<-1>>;
}>(({ sum, factor, log, last }) => ({
  sum,
  log,
  last,
  twice: computed(() => sum * 2),
  add: add({
    cell: sum as never,
    plain: factor as never,
    nested: { cells: log, fixed: '+' },
    done: note({ last }),
  }),
}));
