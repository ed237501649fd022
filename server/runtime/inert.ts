/** Freezing what stands at module scope, so that no invocation leaves anything to the next. */
import { valueTooDeep } from './errors.ts';
import { immutableMap, immutableSet } from './store/immutable.ts';

/** Beyond this the stack would be full, with no frame of the pattern left in it. */
const MAX_DEPTH = 500;
class TooDeep extends Error {}

/** A deeply frozen copy of plain data; Map and Set become immutable. Anything else stays itself. */
export function inertCopy(value: unknown): unknown {
  try {
    return copyInert(value, new Map(), 0);
  } catch (error) {
    // Thrown here, where the frames of the pattern are near.
    throw error instanceof TooDeep ? valueTooDeep(MAX_DEPTH) : error;
  }
}

function copyInert(value: unknown, seen: Map<object, unknown>, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (depth > MAX_DEPTH) throw new TooDeep();
  const copy = (inner: unknown): unknown => copyInert(inner, seen, depth + 1);
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    seen.set(value, list);
    for (const each of value as unknown[]) list.push(copy(each));
    return Object.freeze(list);
  }
  if (value instanceof Map) {
    const entries = [...(value as Map<unknown, unknown>)];
    return immutableMap(entries.map(([key, each]) => [copy(key), copy(each)]));
  }
  if (value instanceof Set) {
    return immutableSet([...(value as Set<unknown>)].map(copy));
  }
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== Object.prototype && prototype !== null) return freezeKept(value);
  const record = Object.create(prototype) as Record<PropertyKey, unknown>;
  seen.set(value, record);
  for (const key of Reflect.ownKeys(value)) {
    const copied = copy(Reflect.get(value, key));
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
