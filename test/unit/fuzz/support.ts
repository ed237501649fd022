/** How often a property is tried, and the shapes that broken input has. */
import fc from 'fast-check';
import { vi } from 'vitest';

// How long it takes depends on how many runs are asked for.
vi.setConfig({ testTimeout: 3_600_000 });

/** A few in the inner loop; `scripts/fuzz.mjs` asks for many. */
const runs = Number(process.env['PATTERNBOX_FUZZ_RUNS'] ?? 200);
/** The inner loop tries the same inputs each time; the script others, unless it is told which. */
const inner = process.env['PATTERNBOX_FUZZ_RUNS'] === undefined ? '20' : undefined;
const seed = process.env['PATTERNBOX_FUZZ_SEED'] ?? inner;

/** Options of a property. */
export function often(): fc.Parameters<unknown> {
  return {
    numRuns: runs,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
}

/** Any value that JSON can hold, names of the prototype included. */
export const json = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'type', '$type', 'path', 'length'),
    fc.jsonValue({ maxDepth: 2 }),
  ),
);

/** A valid value with one part replaced or left out, somewhere. */
export function spoiled(value: unknown): fc.Arbitrary<unknown> {
  const places: (readonly (string | number)[])[] = [];
  const collect = (at: unknown, path: readonly (string | number)[]): void => {
    places.push(path);
    if (Array.isArray(at)) at.forEach((each, index) => collect(each, [...path, index]));
    else if (typeof at === 'object' && at !== null) {
      for (const [key, each] of Object.entries(at)) collect(each, [...path, key]);
    }
  };
  collect(value, []);
  return fc
    .tuple(fc.constantFrom(...places), fc.option(json, { nil: undefined }))
    .map(([path, other]) => replaced(value, path, other));
}

function replaced(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  by: unknown,
): unknown {
  if (key === undefined) return by;
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const holder = copy as Record<string | number, unknown>;
  holder[key] = replaced(holder[key], rest, by);
  return copy;
}

/** A text with pieces cut, doubled, swapped or put in. */
export function mutated(text: string, pieces: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(text.length),
    length: fc.nat(30),
    piece: fc.oneof(fc.constantFrom('', ...pieces), fc.string({ unit: 'binary', maxLength: 3 })),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) =>
      changes.reduce(
        (now, { at, length, piece }) => now.slice(0, at) + piece + now.slice(at + length),
        text,
      ),
    );
}
