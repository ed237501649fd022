/** Deep equality of stored data: links by the place they lead to, everything else by value. */
import { innerCollection } from './immutable.ts';
import { Link } from './nodes.ts';
import { samePlace } from './walk.ts';

/** Deeper data counts as different, so that a circle cannot run for ever. */
const MAX_DEPTH = 500;

/**
 * Whether two stored values are equal, so that nothing needs to hear of the change. Objects that
 * the store keeps as they are may be proxies of a guest; what throws counts as different.
 */
export function storedEqual(a: unknown, b: unknown): boolean {
  return compare(a, b, (left, right) => left.cell === right.cell && samePlace(left, right));
}

/**
 * Whether two evaluations of one computation gave the same. What each of them made for itself
 * counts as equal when it has the same name and holds the same.
 */
export function sameOutcome(a: unknown, b: unknown): boolean {
  const links: CompareLinks = (left, right, depth) => {
    if (samePlace(left, right)) return true;
    const [from, to] = [left.node, right.node];
    if (from.kind !== to.kind || from.name !== to.name) return false;
    if (left.path.join('\0') !== right.path.join('\0')) return false;
    return (
      from.kind !== 'doc' || to.kind !== 'doc' || equal(from.value, to.value, depth + 1, links)
    );
  };
  return compare(a, b, links);
}

type CompareLinks = (a: Link, b: Link, depth: number) => boolean;

function compare(a: unknown, b: unknown, links: CompareLinks): boolean {
  try {
    return equal(a, b, 0, links);
  } catch {
    return false;
  }
}

function equal(a: unknown, b: unknown, depth: number, links: CompareLinks): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (depth > MAX_DEPTH) return false;
  if (Link.is(a) || Link.is(b)) {
    return Link.is(a) && Link.is(b) && links(a, b, depth);
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((each, index) => equal(each, b[index], depth + 1, links));
  }
  return exoticEqual(a, b, depth, links) ?? plainEqual(a, b, depth, links);
}

function exoticEqual(
  a: object,
  b: object,
  depth: number,
  links: CompareLinks,
): boolean | undefined {
  const [left, right] = [innerCollection(a), innerCollection(b)];
  if (left !== undefined || right !== undefined) {
    if (left === undefined || right === undefined || left.size !== right.size) return false;
    return equal([...left], [...right], depth + 1, links);
  }
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  const prototype = Object.getPrototypeOf(a) as unknown;
  return prototype === Object.prototype && prototype === Object.getPrototypeOf(b)
    ? undefined
    : false;
}

function plainEqual(a: object, b: object, depth: number, links: CompareLinks): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) && equal(Reflect.get(a, key), Reflect.get(b, key), depth + 1, links),
  );
}
