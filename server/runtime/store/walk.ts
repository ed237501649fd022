/** Finding the place that a link leads to: each step of the path may meet a further link. */
import type { RunState } from '../run-state.ts';
import { cyclicLinks } from '../errors.ts';
import { EMPTY_PATH, Link, type Key, type Node, type Path } from './nodes.ts';
import { immutableSize } from './immutable.ts';
import type { Shape } from './shape.ts';

/** A chain of links longer than this is taken for a circle. */
export const MAX_HOPS = 100;

/** Where a walk ended. `value` is stored data, and a link only when links were not followed. */
export interface Place {
  readonly node: Node;
  readonly path: Path;
  readonly value: unknown;
  readonly shape: Shape | undefined;
  /** The last link that was followed hands its place on as a cell. */
  readonly cell: boolean;
}

/** The value of a whole node; tracked in computations. */
function rootValue(run: RunState, node: Node): unknown {
  if (node.kind === 'stream') return undefined;
  if (run.frame.kind === 'compute') run.frame.reads += 1;
  if (node.kind === 'doc') {
    if (run.frame.kind === 'compute') {
      const version = node.version();
      run.frame.seen?.set(node, version);
    }
    return node.value;
  }
  const box = node.pull();
  if (run.frame.kind === 'compute') run.frame.seen?.set(node, box);
  return box.value;
}

/** One step into stored data; never runs code of a guest. */
export function stepInto(value: unknown, key: Key): unknown {
  if (typeof value === 'string') return key === 'length' ? value.length : value[Number(key)];
  if (typeof value !== 'object' || value === null) return undefined;
  if (key === 'size') {
    const size = immutableSize(value);
    if (size !== undefined) return size;
  }
  try {
    return Object.getOwnPropertyDescriptor(value, key)?.value as unknown;
  } catch {
    return undefined;
  }
}

/** What this participant has in the place of a node of another one. */
function ownNode(run: RunState, node: Node): Node {
  if (run.participant === null) return node;
  const cause = run.space.causes.get(node);
  return (cause === undefined ? undefined : run.own.get(cause)) ?? node;
}

/** Walks the path, and stops on the last step's own slot even when it holds a link. */
export function walk(run: RunState, link: Link, hops = 0): Place {
  let node = ownNode(run, link.node);
  let value = rootValue(run, node);
  let shape = node.kind === 'doc' ? node.shape : undefined;
  let prefix = EMPTY_PATH;
  let start = 0;
  const { path } = link;
  for (let index = 0; index < path.length; index += 1) {
    if (Link.is(value)) {
      const place = follow(run, value, hops + 1);
      ({ node, value } = place);
      prefix = place.path;
      shape = place.shape ?? shape;
      start = index;
    } else if (value === undefined && shape?.hasDefault === true) {
      value = shape.defaultValue();
    }
    const key = path[index] as Key;
    value = stepInto(value, key);
    shape = shape?.child(key);
  }
  const whole = start === 0 && prefix.length === 0 ? path : [...prefix, ...path.slice(start)];
  return { node, path: whole, value, shape, cell: false };
}

/** Walks the path and on through every link at its end; fills in a declared default. */
export function follow(run: RunState, link: Link, hops = 0): Place {
  let place = walk(run, link, hops);
  let shape = link.shape ?? place.shape;
  let { cell } = place;
  for (let hop = hops; Link.is(place.value); hop += 1) {
    if (hop > MAX_HOPS) throw cyclicLinks(link);
    const next = place.value;
    cell = next.cell && handsOnCells(place.node);
    place = walk(run, next, hop + 1);
    shape ??= next.shape ?? place.shape;
    if (place.value === undefined && shape?.hasDefault !== true) {
      shape = [next.shape, place.shape].find((each) => each?.hasDefault === true) ?? shape;
    }
  }
  const value =
    place.value === undefined && shape?.hasDefault === true && place.node.kind !== 'stream'
      ? shape.defaultValue()
      : place.value;
  return { node: place.node, path: place.path, value, shape, cell };
}

/** Results of computations and bindings give the cells in them as cells. */
export function handsOnCells(node: Node): boolean {
  return node.kind === 'derived' || (node.kind === 'doc' && node.role === 'binding');
}

/** Whether two places are the same one. */
export function samePlace(
  a: { readonly node: Node; readonly path: Path },
  b: { readonly node: Node; readonly path: Path },
): boolean {
  if (a.node !== b.node || a.path.length !== b.path.length) return false;
  return a.path.every((key, index) => String(key) === String(b.path[index]));
}
