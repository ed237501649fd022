/** Results nest: streams and values under plain objects, lists and children are found by path. */
import { action, pattern, Writable } from 'commonfabric';
import type { Stream } from 'commonfabric';

const Leaf = pattern<
  { name: string },
  { name: string; poke: Stream<{ by: string }>; pokes: string[] }
>(({ name }) => {
  const pokes = new Writable<string[]>([]);
  return { name, pokes, poke: action<{ by: string }>(({ by }) => pokes.push(by)) };
});

export default pattern(() => {
  const left = Leaf({ name: 'left' });
  const right = Leaf({ name: 'right' });
  return {
    sides: { left, right },
    list: [left, right],
    actions: {
      poke: {
        left: left.poke,
        both: action(() => [left, right].forEach(({ poke }) => poke.send({ by: 'both' }))),
      },
    },
  };
});
