/**
 * Map and Set that cannot change. They have no internal slots of their own, so even the intrinsic
 * mutators called on them throw; everything that reads goes to a private collection, whose members
 * are shown through `show`.
 */
import { collectionRefusal } from '../errors.ts';

type Inner = ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>;
type Show = (stored: unknown) => unknown;
type Reader = (this: unknown, ...args: unknown[]) => unknown;

/** A brand, not state: which collection stands behind which object. */
const inner = new WeakMap<object, Inner>();
const asIs: Show = (stored) => stored;

function define(target: object, name: PropertyKey, value: Reader): void {
  Object.defineProperty(target, name, { value: Object.freeze(value), enumerable: false });
}

function seal(target: object, collection: Inner, mutators: readonly string[]): object {
  for (const name of mutators) {
    define(target, name, () => {
      throw collectionRefusal(name);
    });
  }
  Object.defineProperty(target, 'size', { value: collection.size, enumerable: false });
  inner.set(target, collection);
  return Object.freeze(target);
}

/** A Map with fixed entries. `instanceof Map` and `new Map(it)` work. */
export function immutableMap(
  entries: Iterable<readonly [unknown, unknown]>,
  show: Show = asIs,
): object {
  const map = new Map(entries);
  const self = Object.create(Map.prototype) as object;
  const pairs = (): [unknown, unknown][] => [...map].map(([key, each]) => [show(key), show(each)]);
  define(self, 'get', (key) => show(map.get(key)));
  define(self, 'has', (key) => map.has(key));
  define(self, 'keys', () =>
    pairs()
      .map(([key]) => key)
      .values(),
  );
  define(self, 'values', () =>
    pairs()
      .map(([, each]) => each)
      .values(),
  );
  define(self, 'entries', () => pairs().values());
  define(self, Symbol.iterator, () => pairs().values());
  define(self, 'forEach', (callback, thisArg) => {
    for (const [key, each] of pairs()) {
      Reflect.apply(callback as Reader, thisArg, [each, key, self]);
    }
  });
  return seal(self, map, ['set', 'delete', 'clear']);
}

/** A Set with fixed members. */
export function immutableSet(members: Iterable<unknown>, show: Show = asIs): object {
  const set = new Set(members);
  const self = Object.create(Set.prototype) as object;
  const all = (): unknown[] => [...set].map(show);
  define(self, 'has', (member) => set.has(member));
  define(self, 'keys', () => all().values());
  define(self, 'values', () => all().values());
  define(self, 'entries', () =>
    all()
      .map((each) => [each, each])
      .values(),
  );
  define(self, Symbol.iterator, () => all().values());
  define(self, 'forEach', (callback, thisArg) => {
    for (const each of all()) Reflect.apply(callback as Reader, thisArg, [each, each, self]);
  });
  return seal(self, set, ['add', 'delete', 'clear']);
}

/** The collection behind an immutable one; undefined for anything else. */
export function innerCollection(value: object): Inner | undefined {
  return inner.get(value);
}

/** The size of an immutable collection; undefined for anything else. */
export function immutableSize(value: object): number | undefined {
  return inner.get(value)?.size;
}
