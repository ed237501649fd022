/** A cell in the result reads as a plain value for whoever made the instance. */
import { action, computed, pattern, Writable } from 'commonfabric';
import type { Default, Stream } from 'commonfabric';

const Inner = pattern<
  { n?: Writable<number | Default<2>> },
  { n: number; list: number[]; raise: Stream<void> }
>(({ n }) => {
  const list = new Writable([1, 2]);
  return { n, list, raise: action(() => n.increment()) };
});

export default pattern(() => {
  const inner = Inner({});
  return {
    inner,
    isTwo: computed(() => inner.n === 2),
    sum: computed(() => inner.list[0]! + inner.n),
    path: inner.n + 1,
    cell: (inner as unknown as Writable<{ n: number }>).key('n'),
    raise: action(() => inner.raise.send()),
  };
});
