/** Compares a value of the result with what a scenario expects. */
import { isDeepStrictEqual } from 'node:util';

/** How a scenario file writes `undefined`, which JSON cannot hold. */
const UNDEFINED = '__undefined__';

/** Far beyond the depth of any result; a scenario file may nest without end. */
const MAX_DEPTH = 1000;

/** Whether the encoded value is what the scenario expects; absent and undefined are the same. */
export function isExpected(actual: unknown, expected: unknown): boolean {
  return isDeepStrictEqual(plain(actual), plain(expected));
}

/** Drops undefined members, whichever way they are written, so that both sides compare as JSON. */
function plain(value: unknown, depth = 0): unknown {
  // No result is that deep, so this must equal nothing.
  if (depth > MAX_DEPTH) return Symbol('too deep');
  if (isUndefined(value)) return undefined;
  if (Array.isArray(value)) return value.map((each) => plain(each, depth + 1));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).filter(([, member]) => !isUndefined(member));
  return Object.fromEntries(members.map(([key, member]) => [key, plain(member, depth + 1)]));
}

function isUndefined(value: unknown): boolean {
  if (value === undefined || value === UNDEFINED) return true;
  if (value === null || typeof value !== 'object') return false;
  return (value as { $type?: unknown }).$type === 'undefined' && Object.keys(value).length === 1;
}
