/** `filter`, `flatMap` and plain list methods straight in the pattern body. */
import { action, pattern } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

export default pattern<{
  numbers?: Writable<number[] | Default<[1, 2, 3]>>;
}>(({ numbers }) => ({
  odd: numbers.filter((each) => each % 2 === 1),
  twice: numbers.flatMap((each) => [each, each]),
  sum: numbers.get().reduce((sum, each) => sum + each, 0),
  length: numbers.get().length,
  hasTwo: numbers.get().includes(2),
  first: numbers.get().find((each) => each > 1),
  text: numbers.get().join('-'),
  push: action(() => numbers.push(5)),
  drop: action(() => numbers.set(numbers.get().filter((each) => each !== 2))),
}));
