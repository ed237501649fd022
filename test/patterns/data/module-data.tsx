/** Data of the module is frozen; `__cf_data` says so by hand; collections can be read. */
import { __cf_data, action, computed, pattern, Writable } from 'commonfabric';

const LEVELS = __cf_data([
  { name: 'low', from: 0 },
  { name: 'high', from: 10 },
]);
const NAMES = new Map([['a', 'Ada']]);
const SEEN = new Set(['x']);
const BY_NAME = Object.fromEntries(LEVELS.map((level) => [level.name, level.from]));

export default pattern(() => {
  const value = new Writable(3);
  const refused = new Writable<boolean[]>([]);
  const refuses = (change: () => unknown): boolean => {
    try {
      change();
      return false;
    } catch {
      return true;
    }
  };
  return {
    level: computed(() => LEVELS.findLast(({ from }) => value.get() >= from)?.name),
    name: NAMES.get('a'),
    seen: SEEN.has('x'),
    high: BY_NAME['high'],
    refused,
    raise: action(() => value.set(10)),
    change: action(() =>
      refused.set([
        refuses(() => LEVELS.push({ name: 'none', from: -1 })),
        refuses(() => NAMES.set('b', 'Bob')),
        refuses(() => SEEN.add('y')),
        refuses(() => Object.assign(BY_NAME, { low: 1 })),
      ]),
    ),
  };
});
