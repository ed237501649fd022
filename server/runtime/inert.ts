/** Freezing what stands at module scope, so that no invocation leaves anything to the next. */
import { immutableMap, immutableSet } from './store/immutable.ts';

/** A deeply frozen copy of plain data; Map and Set become immutable. Anything else stays itself. */
export function inertCopy(value: unknown): unknown {
  return copyInert(value, new Map());
}

function copyInert(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    seen.set(value, list);
    for (const each of value as unknown[]) list.push(copyInert(each, seen));
    return Object.freeze(list);
  }
  if (value instanceof Map) {
    const entries = [...(value as Map<unknown, unknown>)];
    return immutableMap(
      entries.map(([key, each]) => [copyInert(key, seen), copyInert(each, seen)]),
    );
  }
  if (value instanceof Set) {
    return immutableSet([...(value as Set<unknown>)].map((each) => copyInert(each, seen)));
  }
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== Object.prototype && prototype !== null) return freezeKept(value);
  const record = Object.create(prototype) as Record<PropertyKey, unknown>;
  seen.set(value, record);
  for (const key of Reflect.ownKeys(value)) {
    const copied = copyInert(Reflect.get(value, key), seen);
    Object.defineProperty(record, key, { value: copied, enumerable: true });
  }
  return Object.freeze(record);
}

/** Regular expressions are frozen; instances of other classes are left alone. */
function freezeKept(value: object): object {
  return value instanceof RegExp ? Object.freeze(value) : value;
}

/** Freezes functions and classes with their prototypes. */
export function freezeFunctions(...functions: unknown[]): void {
  for (const each of functions) {
    if (typeof each !== 'function') continue;
    const prototype: unknown = each.prototype;
    if (typeof prototype === 'object' && prototype !== null) Object.freeze(prototype);
    Object.freeze(each);
  }
}
