/** Comparing what guests hold: by the place it leads to, or deeply by value. */
import type { RunState } from '../run-state.ts';
import { innerCollection } from '../store/immutable.ts';
import { Link, type Node, type Path } from '../store/nodes.ts';
import { toStored } from '../store/to-stored.ts';
import { follow, samePlace } from '../store/walk.ts';

export interface Identity {
  readonly node: Node;
  readonly path: Path;
}

/** Deeper data counts as different. */
const MAX_DEPTH = 500;

/** The link behind a reference or a view; undefined for anything else. */
export function linkOf(run: RunState, value: unknown): Link | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const link = run.references.get(value);
  if (link !== undefined) return link;
  const view = run.views.get(value);
  return view && new Link(view.node, view.path, view.shape, false);
}

/** The place that a reference or a view leads to in the end. */
export function identityOf(run: RunState, value: unknown): Identity | undefined {
  const link = linkOf(run, value);
  return link && follow(run, link);
}

/** Identity comparison: the same place; values that have none are the same when they are `===`. */
export function equalsByLink(run: RunState, a: unknown, b: unknown): boolean {
  const [left, right] = [identityOf(run, a), identityOf(run, b)];
  if (left === undefined && right === undefined) return a !== undefined && a === b;
  return left !== undefined && right !== undefined && samePlace(left, right);
}

/** Deep equality of what guests hold, with links followed. */
export function equalsByValue(run: RunState, a: unknown, b: unknown): boolean {
  return deepEqual(run, toStored(run, a, 'derived'), toStored(run, b, 'derived'), 0);
}

/** Deep equality of stored data, with links followed. */
export function deepEqual(run: RunState, first: unknown, second: unknown, depth: number): boolean {
  const [a, b] = [first, second].map((each) => (Link.is(each) ? content(run, each) : each));
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (depth > MAX_DEPTH || Array.isArray(a) !== Array.isArray(b)) return false;
  if (a instanceof Date || b instanceof Date) {
    return a instanceof Date && b instanceof Date && a.getTime() === b.getTime();
  }
  const [left, right] = [innerCollection(a), innerCollection(b)];
  if (left !== undefined || right !== undefined) {
    return (
      left !== undefined && right !== undefined && deepEqual(run, [...left], [...right], depth + 1)
    );
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) && deepEqual(run, Reflect.get(a, key), Reflect.get(b, key), depth + 1),
  );
}

/** A stream is compared by identity, everything else by what it holds. */
function content(run: RunState, link: Link): unknown {
  const place = follow(run, link);
  return place.node.kind === 'stream' ? place.node : place.value;
}
