/**
 * References: what a guest holds instead of a place. How one answers depends on the frame: in a
 * pattern body a property is a further reference, in a computation or a handler it is the value.
 */
import { cellAssigned, readOnlyView } from '../errors.ts';
import { keepsReferences, untracked } from '../reactive/frames.ts';
import type { RunState } from '../run-state.ts';
import { childLink, type Key, type Link } from '../store/nodes.ts';
import { follow, stepInto } from '../store/walk.ts';
import { cellMethod } from './cell-methods.ts';
import { declared, readContent, readLink } from './read.ts';

/** How many elements a list is taken to have that has no value yet, when it is destructured. */
const UNKNOWN_LENGTH = 50;

/** The reference that stands for a link. */
export function reference(run: RunState, link: Link): object {
  const target = {};
  const proxy = new Proxy(target, run.referenceHandler);
  run.targets.set(target, link);
  run.references.set(proxy, link);
  return proxy;
}

/** The reference below another one, as its declaration wants it held. */
export function childReference(run: RunState, link: Link, keys: readonly Key[]): object {
  const child = keys.reduce(childLink, link);
  return reference(run, declared(child) ?? child);
}

/** A property of a reference, as the current frame sees it. */
function property(run: RunState, link: Link, key: string): unknown {
  if (keepsReferences(run)) return childReference(run, link, [key]);
  const own = untracked(run, () => stepInto(follow(run, link).value, key));
  if (own === undefined && link.shape?.child(key) === undefined) {
    const value = readContent(run, link);
    if (value !== null && value !== undefined && !run.references.has(value)) {
      const native = Reflect.get(Object(value) as object, key) as unknown;
      return typeof native === 'function' ? native.bind(value) : native;
    }
  }
  return readLink(run, childLink(link, key));
}

function symbolProperty(run: RunState, link: Link, key: symbol): unknown {
  if (key === run.self) {
    const self = run.selves.get(link.node);
    return self === undefined ? undefined : reference(run, self);
  }
  if (key === Symbol.iterator) return () => iterate(run, link);
  if (key === Symbol.toPrimitive) return () => coerce(readContent(run, link));
  return undefined;
}

/** Elements one by one: references in a pattern body, values elsewhere. */
function* iterate(run: RunState, link: Link): Generator {
  const { value } = untracked(run, () => follow(run, link));
  if (!keepsReferences(run)) {
    yield* (readContent(run, link) ?? []) as Iterable<unknown>;
    return;
  }
  const length = Array.isArray(value) ? value.length : UNKNOWN_LENGTH;
  for (let index = 0; index < length; index += 1) yield childReference(run, link, [index]);
}

function coerce(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? value : value;
}

/** The current value as an object, for the traps that list or test names. */
function objectOf(run: RunState, link: Link): object {
  const value = readContent(run, link);
  return typeof value === 'object' && value !== null && !run.references.has(value) ? value : {};
}

/** The traps of every reference of a run. */
export function makeReferenceHandler(run: RunState): ProxyHandler<object> {
  const linkOf = (target: object): Link => run.targets.get(target) as Link;
  const get = (target: object, key: string | symbol): unknown => {
    const link = linkOf(target);
    if (typeof key === 'symbol') return symbolProperty(run, link, key);
    if (key === 'then') return undefined;
    if (key === 'toJSON') return () => readContent(run, link);
    return cellMethod(run, link, key) ?? property(run, link, key);
  };
  const refuse = (target: object, key: PropertyKey): never => {
    const link = linkOf(target);
    throw link.cell ? cellAssigned(link, key) : readOnlyView(link, key);
  };
  return Object.freeze({
    get,
    has: (target: object, key: string | symbol) => {
      const { node } = untracked(run, () => follow(run, linkOf(target)));
      return node.kind === 'stream' ? key === 'send' : key in objectOf(run, linkOf(target));
    },
    ownKeys: (target: object) =>
      Reflect.isExtensible(target) ? Object.keys(objectOf(run, linkOf(target))) : [],
    getOwnPropertyDescriptor: (target: object, key: string | symbol) =>
      Reflect.isExtensible(target) && Object.hasOwn(objectOf(run, linkOf(target)), key)
        ? { value: get(target, key), writable: true, enumerable: true, configurable: true }
        : undefined,
    set: (target: object, key: string | symbol) => refuse(target, key),
    defineProperty: (target: object, key: string | symbol) => refuse(target, key),
    deleteProperty: (target: object, key: string | symbol) => refuse(target, key),
    setPrototypeOf: () => false,
  });
}
