/** `str` follows cells, computed values and paths; plain parts stay. */
import { action, computed, pattern, str, Writable } from 'commonfabric';

export default pattern<{ user?: { name: string } }>(({ user }) => {
  const count = new Writable(1);
  const plural = computed(() => (count.get() === 1 ? '' : 's'));
  return {
    line: str`${count} item${plural} for ${user!.name} at ${'home'}`,
    empty: str`nothing`,
    more: action(() => count.set(count.get() + 1)),
  };
});
