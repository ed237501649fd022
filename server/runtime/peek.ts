/**
 * What a debugger shows for a reference or a view: the value as of now, as plain data. Looking
 * evaluates nothing, tracks nothing and runs no code of a guest, for the pattern is stopped in the
 * middle of something. It does not even fill a cache: a debugger looks at scopes in a mode in which
 * the engine refuses every change to what was there before.
 */
import { describeValue } from './describe.ts';
import type { RunState } from './run-state.ts';
import { Link, type Node } from './store/nodes.ts';
import type { Shape } from './store/shape.ts';
import { MAX_HOPS, stepInto } from './store/walk.ts';

/** How much of a value is shown; the debugger asks again for what is unfolded further. */
const MAX_DEPTH = 5;
const MAX_ITEMS = 100;

export interface Peeked {
  /** One line. */
  readonly text: string;
  /** For unfolding: the value itself where it has parts. */
  readonly value: object;
}

interface Place {
  readonly node: Node;
  readonly value: unknown;
}

/** The value behind a reference or a view of the run; undefined for anything else. */
export function peek(run: RunState, value: unknown): Peeked | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const view = run.views.get(value);
  if (view !== undefined) return shown(run, copy(view.raw, 0), '');
  const link = run.references.get(value);
  if (link === undefined) return undefined;
  const place = placeOf(link, 0);
  if (place.node.kind === 'stream') return { text: streamText(place.node), value: {} };
  return shown(run, copy(place.value, 0), link.cell ? 'cell: ' : '');
}

function shown(run: RunState, plain: unknown, prefix: string): Peeked {
  const text = prefix + describeValue(run, plain);
  return { text, value: typeof plain === 'object' && plain !== null ? plain : { value: plain } };
}

const streamText = ({ name }: Node): string => (name === '' ? 'stream' : `stream ${name}`);

function placeOf(link: Link, hops: number): Place {
  let place = rootOf(link.node);
  let shape: Shape | undefined = link.node.kind === 'doc' ? link.node.shape : undefined;
  for (const key of link.path) {
    place = through(place, hops);
    place = { node: place.node, value: stepInto(withDefault(place.value, shape), key) };
    shape = shape?.knownChild(key);
  }
  place = through(place, hops);
  return { node: place.node, value: withDefault(place.value, link.shape ?? shape) };
}

/** A computed value as it last was: nothing is computed for a look. */
function rootOf(node: Node): Place {
  if (node.kind === 'stream') return { node, value: undefined };
  return { node, value: node.kind === 'doc' ? node.value : node.last.value };
}

function through(place: Place, hops: number): Place {
  return Link.is(place.value) && hops < MAX_HOPS ? placeOf(place.value, hops + 1) : place;
}

/** A default that nobody has read yet is not there yet either. */
function withDefault(value: unknown, shape: Shape | undefined): unknown {
  return value === undefined && shape?.hasDefault === true ? shape.knownDefault() : value;
}

function copy(value: unknown, depth: number): unknown {
  if (Link.is(value)) {
    if (depth > MAX_DEPTH) return '…';
    const { node, value: found } = placeOf(value, 0);
    return node.kind === 'stream' ? streamText(node) : copy(found, depth + 1);
  }
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  const list = Array.isArray(value);
  if (!list && prototype !== Object.prototype && prototype !== null) return value;
  if (depth > MAX_DEPTH) return '…';
  const parts: Record<string, unknown> = list ? ([] as unknown as Record<string, unknown>) : {};
  for (const name of Object.keys(value).slice(0, MAX_ITEMS)) {
    parts[name] = copy(stepInto(value, name), depth + 1);
  }
  return parts;
}
