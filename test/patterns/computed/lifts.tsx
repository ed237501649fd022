/** `lift` with a function in place, a named one, several inputs, and an input that is a cell. */
import { action, lift, pattern } from 'commonfabric';
import type { Cell, Default, Writable } from 'commonfabric';

const sanitize = (list: number[]): number[] => list.filter((each) => Number.isFinite(each));
const sanitized = lift(sanitize);
const total = lift((list: number[]) => list.reduce((sum, each) => sum + each, 0));
const average = lift(({ list, digits }: { list: number[]; digits: number }) =>
  (list.reduce((sum, each) => sum + each, 0) / list.length).toFixed(digits),
);
const describeCell = lift(({ list }: { list: Cell<number[]> }) => `cell of ${list.get().length}`);

export default pattern<{
  list?: Writable<number[] | Default<[1, 2, 6]>>;
  digits?: number | Default<1>;
}>(({ list, digits }) => {
  const clean = sanitized(list as never);
  return {
    clean,
    total: total(clean),
    average: average({ list: clean, digits }),
    description: describeCell({ list: list as never }),
    push: action(() => list.push(7)),
  };
});
