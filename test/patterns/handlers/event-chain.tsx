/** Events that a handler sends are handled after it, in order, each on the settled state. */
import { action, computed, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const value = new Writable(0);
  const log = new Writable<string[]>([]);
  const double = computed(() => value.get() * 2);
  const second = action<{ name: string }>(({ name }) => log.push(`${name}: ${double}`));
  const first = action(() => {
    value.set(1);
    second.send({ name: 'a' });
    value.set(2);
    second.send({ name: 'b' });
    log.push('first done');
  });
  return { log, first };
});
