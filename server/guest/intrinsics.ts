/** Intrinsic methods, applied so that no property of the value is looked up. */

type Visit<Parameters extends unknown[]> = (...parts: Parameters) => unknown;
type ForEach = (visit: Visit<[item: unknown, key: unknown]>) => void;

const mapForEach: ForEach = Reflect.get(Map.prototype, 'forEach');
const setForEach: ForEach = Reflect.get(Set.prototype, 'forEach');
/** The getter of an own accessor. */
export type Getter = (this: unknown) => unknown;

const getTime: () => number = Reflect.get(Date.prototype, 'getTime');

/** Visits the entries of a real Map. */
export function eachEntry(map: object, visit: Visit<[key: unknown, item: unknown]>): void {
  Reflect.apply(mapForEach, map, [(item: unknown, key: unknown) => visit(key, item)]);
}

/** Visits the values of a real Set. */
export function eachValue(set: object, visit: Visit<[item: unknown]>): void {
  Reflect.apply(setForEach, set, [(item: unknown) => visit(item)]);
}

/** The time of a real Date, NaN for an invalid one. */
export function timeOf(date: object): number {
  return Reflect.apply(getTime, date, []);
}

/** The getter of an own accessor property; undefined where there is none. */
export function getterOf(holder: object, key: PropertyKey): Getter | undefined {
  const property = Object.getOwnPropertyDescriptor(holder, key);
  return property && (Reflect.get(property, 'get') as Getter | undefined);
}
