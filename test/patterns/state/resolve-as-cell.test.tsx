/** `resolveAsCell` gives the cell at the end of the links, and it stays that cell. */
import { action, assert, computed, pattern, TESTS, Writable } from 'commonfabric';

export default pattern(() => {
  const target = new Writable({ n: 1 });
  const link = new Writable<unknown>(undefined);
  const point = action(() => link.set(target));
  const write = action(() =>
    link
      .resolveAsCell()
      .key('n' as never)
      .set(2 as never),
  );
  const written = computed(() => target.get().n);
  return {
    [TESTS]: [
      { action: point },
      { assertion: assert(() => link.resolveAsCell().equals(target)) },
      { action: write },
      { assertion: assert(() => written === 2) },
    ],
  };
});
