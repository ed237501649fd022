/** `structuredClone` for patterns: views are proxies, which the host's one rejects. */
import { innerCollection } from './store/immutable.ts';
import { uncloneable } from './errors.ts';

/** A mutable deep copy of data; circles are kept. */
export function plainCopy(value: unknown): unknown {
  return copy(value, new Map());
}

function copy(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw uncloneable(typeof value);
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const remember = <Result>(result: Result): Result => {
    seen.set(value, result);
    return result;
  };
  if (Array.isArray(value)) {
    const list = remember<unknown[]>([]);
    for (const each of value as unknown[]) list.push(copy(each, seen));
    return list;
  }
  if (value instanceof Date) return new Date(value.getTime());
  if (value instanceof RegExp) return new RegExp(value.source, value.flags);
  if (value instanceof Map || innerCollection(value) instanceof Map) {
    const map = remember(new Map<unknown, unknown>());
    for (const [key, each] of value as Map<unknown, unknown>)
      map.set(copy(key, seen), copy(each, seen));
    return map;
  }
  if (value instanceof Set) {
    const set = remember(new Set<unknown>());
    for (const each of value as Set<unknown>) set.add(copy(each, seen));
    return set;
  }
  if (value instanceof Error)
    return remember(Object.assign(new Error(value.message), { name: value.name }));
  const record = remember<Record<string, unknown>>({});
  for (const key of Object.keys(value)) record[key] = copy(Reflect.get(value, key), seen);
  return record;
}
