/** A handler that throws leaves nothing behind, and the graph goes on. */
import { action, assert, computed, pattern, TESTS, Writable } from 'commonfabric';

export default pattern(() => {
  const count = new Writable(1);
  const items = new Writable([{ n: 1 }]);
  const heard = new Writable(0);
  const tell = action(() => heard.increment());
  const fail = action(() => {
    count.set(99);
    items.push({ n: 2 });
    items.key(0).key('n').set(7);
    tell.send();
    throw new Error('on purpose');
  });
  const work = action(() => count.increment());
  const double = computed(() => count.get() * 2);
  return {
    [TESTS]: [
      { action: fail },
      { assertion: assert(() => count.get() === 1) },
      { assertion: assert(() => items.get().length === 1 && items.get()[0]!.n === 1) },
      { assertion: assert(() => heard.get() === 0) },
      { action: work },
      { assertion: assert(() => double === 4) },
    ],
    expectRuntimeErrors: 1,
  };
});
