/**
 * Values that a pattern may hold and that JSON does not: each kind that the sandbox looks at. They
 * come as functions that make them, because the library that generates them would look inside.
 */
import fc from 'fast-check';
import { hostileProxy } from '../guest/support.ts';

type Make = () => unknown;

/** A stream of a result, as the runtime resolves it. */
export const streamMark = Object.freeze({ stream: true });

function circular(): unknown {
  const circle: Record<string, unknown> = { name: 'circle' };
  circle['self'] = circle;
  circle['list'] = [circle];
  return circle;
}

function deep(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level++) value = level % 2 ? { value } : [value];
  return value;
}

function knotted(): unknown {
  const error = new Error('knot');
  error.cause = new AggregateError([error, null, new TypeError('inner')], 'many');
  return error;
}

const makers: readonly Make[] = [
  ...[NaN, -0, Infinity, -Infinity, undefined, null, '', 10n ** 40n].map((value) => () => value),
  ...[Symbol('named'), Symbol(), Symbol.iterator].map((value) => () => value),
  ...[() => 1, Math.max, Map, /a+/gu, new RegExp('\\/'), streamMark].map((value) => () => value),
  () => new Date(NaN),
  () => new Date(0),
  () => new WeakMap(),
  () => Promise.resolve(),
  () => new ArrayBuffer(3),
  () => 'x'.repeat(20_000),
  circular,
  knotted,
  () => hostileProxy(),
  () => hostileProxy(() => undefined),
  () => Object.assign(Object.create({ inherited: 1 }) as object, { own: 1 }),
  () => Object.assign(new RangeError('x'.repeat(20_000)), { code: 'E', name: 7 }),
  () => ({ message: 'm', name: 'Mine', code: 1 }),
  () => Object.defineProperty({}, 'value', { get: () => 1, enumerable: true }),
];

const oddities = fc.oneof(
  fc.constantFrom(...makers),
  fc.nat(12).map((levels) => () => deep(levels)),
);

const made = (all: readonly Make[]): unknown[] => all.map((make) => make());

/** Makers of any value, some of them inside others. */
export const anything: fc.Arbitrary<Make> = fc.oneof(
  fc
    .anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    })
    .map((value) => () => value),
  oddities,
  fc.array(oddities, { maxLength: 4 }).map((all) => () => made(all)),
  fc
    .tuple(fc.constantFrom('a', '$type', 'then', 'toJSON'), oddities)
    .map(([name, make]) => () => ({ [name]: make() })),
  fc.tuple(oddities, oddities).map(
    ([key, make]) =>
      () =>
        new Map([[key(), make()]]),
  ),
  fc.array(oddities, { maxLength: 3 }).map((all) => () => new Set(made(all))),
);
