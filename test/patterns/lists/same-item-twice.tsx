/** The same element at two places of a list is one element. */
import { action, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const list = new Writable<{ n: number }[]>([{ n: 1 }]);
  return {
    list,
    again: action(() => {
      const first = list.get()[0];
      if (first) list.push(first);
    }),
    raise: action(() => list.key(1).key('n').set(2)),
  };
});
