/** Cells and streams that may be left out: what nobody gave is undefined for the code that asks. */
import { action, computed, handler, pattern, Writable } from 'commonfabric';
import type { Default, Stream } from 'commonfabric';

interface Given {
  cell?: Writable<number>;
  onDone?: Stream<{ by: string }>;
}

const put = handler<
  { v: number },
  Given & { more?: Writable<number | Default<3>>; seen: Writable<string> }
>(({ v }, { cell, more, onDone, seen }) => {
  cell?.set(v);
  seen.set(`${cell ? 'cell' : 'none'} ${onDone ? 'stream' : 'none'} ${more?.get() ?? 'none'}`);
  onDone?.send({ by: 'put' });
});

const Child = pattern<Given>((given) => {
  const { cell, onDone } = given;
  const seen = new Writable('');
  return {
    seen,
    listens: computed(() => given.onDone !== undefined),
    shown: onDone ? 'yes' : 'no',
    bound: put({ cell, onDone, seen }),
    unbound: put({ seen }),
    whole: action(() => {
      given.onDone?.send({ by: 'whole' });
      seen.set(`${typeof given.onDone} ${typeof onDone}`);
    }),
  };
});

export default pattern(() => {
  const cell = new Writable(1);
  const log = new Writable<string[]>([]);
  const onDone = action(({ by }: { by: string }) => log.push(by));
  return { cell, log, bare: Child({}), full: Child({ cell, onDone }) };
});
