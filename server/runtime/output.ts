/** What a value of the store looks like from outside: the sandbox's encoder goes step by step. */
import type { Resolved } from './api.ts';
import { linkOf } from './face/identity.ts';
import type { RunState } from './run-state.ts';
import { innerCollection } from './store/immutable.ts';
import { childLink, Link } from './store/nodes.ts';
import { follow, type Place } from './store/walk.ts';

/** One step from a value to the stored data that it stands for. */
export function resolveValue(run: RunState, value: unknown): Resolved {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') {
    return { kind: 'value', value };
  }
  const kind = run.factories.get(value);
  if (kind !== undefined && kind !== 'builder') return { kind: 'factory', export: kind };
  const link = Link.is(value) ? value : linkOf(run, value);
  if (link !== undefined) return resolveLink(run, link);
  const collection = innerCollection(value);
  if (collection instanceof Map) return { kind: 'value', value: new Map(collection) };
  if (collection instanceof Set) return { kind: 'value', value: new Set(collection) };
  return { kind: 'value', value };
}

function resolveLink(run: RunState, link: Link): Resolved {
  const { node } = link;
  if (node.kind === 'derived' && node.lazy && !run.demanding) return { kind: 'value', value: null };
  const place = follow(run, link);
  if (place.node.kind === 'stream') return { kind: 'stream' };
  const { value } = place;
  if (typeof value === 'object' && value !== null && run.stored.has(value)) {
    return { kind: 'value', value: withDefaults(place, value) };
  }
  return resolveValue(run, value);
}

/** Data with the defaults that its declaration fills in where it is read. */
function withDefaults({ node, path, shape }: Place, value: object): unknown {
  if (shape === undefined) return value;
  const place = new Link(node, path, shape, false);
  const held = (key: string, each: unknown): unknown => {
    const child = childLink(place, key);
    if (child.shape === undefined) return each;
    if (Link.is(each)) return each.shape === undefined ? child : each;
    return typeof each === 'object' && each !== null ? child : each;
  };
  if (Array.isArray(value)) return value.map((each: unknown, index) => held(String(index), each));
  const entries = Object.entries(value).map(([key, each]) => [key, held(key, each)] as const);
  const missing = shape.defaulted.filter((key) => !Object.hasOwn(value, key));
  return Object.fromEntries([
    ...entries,
    ...missing.map((key) => [key, childLink(place, key)] as const),
  ]);
}
