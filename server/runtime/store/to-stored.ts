/**
 * Turning what a guest hands over into stored data: a frozen copy in which references are links.
 * The value is hostile: getters and traps may throw (the author's error), lie, or never end, so the
 * copy is bounded.
 */
import { valueTooDeep, valueTooLarge } from '../errors.ts';
import type { RunState, ViewInfo } from '../run-state.ts';
import { immutableMap, immutableSet, innerCollection } from './immutable.ts';
import { EMPTY_PATH, Link, makeDoc, type Node } from './nodes.ts';
import { notePromise } from '../reactive/findings.ts';
import { makeEventStream } from '../reactive/streams.ts';

/**
 * `doc`: written by an author; objects in arrays get documents, and what was read is copied.
 * `derived`: the result of a computation or an instance; what was read becomes a link.
 */
export type StoreMode = 'doc' | 'derived';

const MAX_PARTS = 2_000_000;
const MAX_DEPTH = 500;

interface Copy {
  readonly run: RunState;
  readonly mode: StoreMode;
  readonly seen: Map<object, unknown>;
  /** Names the documents of array elements. */
  readonly name: string;
  parts: number;
  depth: number;
}

/** Makes stored data of any value. `name` is what findings call documents made on the way. */
export function toStored(run: RunState, value: unknown, mode: StoreMode, name = ''): unknown {
  if (typeof value !== 'object' && typeof value !== 'function') return value;
  return store({ run, mode, seen: new Map(), name, parts: 0, depth: 0 }, value, '', name);
}

/** Marks a container as made by the store. */
export function markStored<Container extends object>(
  run: RunState,
  container: Container,
  mode: StoreMode,
): Container {
  run.stored.set(container, mode === 'doc');
  return Object.freeze(container);
}

function store(copy: Copy, value: unknown, key: string, label: string): unknown {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
  if (Link.is(value)) return value;
  const { run } = copy;
  const link = run.references.get(value);
  if (link !== undefined) return link;
  const original = run.originals.get(value);
  if (original !== undefined) return store(copy, original, key, label);
  const view = run.views.get(value);
  if (view !== undefined) return storeView(copy, view, label);
  if (typeof value === 'function') return storeFunction(run, value, key);
  if (run.factories.has(value)) return value;
  if (isStored(copy, value)) return value;
  const known = copy.seen.get(value);
  if (known !== undefined) return known;
  copy.parts += 1;
  if (copy.parts > MAX_PARTS) throw valueTooLarge(MAX_PARTS);
  if (copy.depth >= MAX_DEPTH) throw valueTooDeep(MAX_DEPTH);
  copy.depth += 1;
  try {
    return storeObject(copy, value, label);
  } finally {
    copy.depth -= 1;
  }
}

/** Stored data is shared, but a written document needs array elements with documents. */
function isStored({ run, mode }: Copy, value: object): boolean {
  const withElements = run.stored.get(value);
  return withElements === true || (withElements === false && mode === 'derived');
}

/** What a write does with a value that was read earlier; run model, rule 4. */
function storeView(copy: Copy, view: ViewInfo, label: string): unknown {
  const { node, path, raw, shape } = view;
  if (copy.mode === 'derived' || (path.length === 0 && keepsIdentity(node))) {
    return new Link(node, path, shape, false);
  }
  return store(copy, raw, '', label);
}

/** An element of a list and an instance of a pattern are who they are, wherever they are put. */
function keepsIdentity(node: Node): boolean {
  return node.kind === 'doc' && (node.role === 'element' || node.role === 'wiring');
}

/** An event prop's function becomes a stream; any other one stays what it is. */
function storeFunction(run: RunState, value: object, key: string): unknown {
  if (run.factories.has(value) || !/^on[A-Za-z]/.test(key)) return value;
  const callback = value as (event: unknown) => unknown;
  return new Link(makeEventStream(run, key, callback), EMPTY_PATH, undefined, false);
}

function storeObject(copy: Copy, value: object, label: string): unknown {
  if (Array.isArray(value)) return storeArray(copy, value, label);
  if (isPlain(Object.getPrototypeOf(value))) return storePlain(copy, value, label);
  return storeExotic(copy, value, label) ?? value;
}

/** Objects of another realm count as plain too: their prototype has no prototype. */
function isPlain(prototype: unknown): boolean {
  if (prototype === null || prototype === Object.prototype) return true;
  return (
    typeof prototype === 'object' &&
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'hasOwnProperty')
  );
}

function storeArray(copy: Copy, value: readonly unknown[], label: string): unknown {
  const { length } = value;
  copy.parts += length;
  if (copy.parts > MAX_PARTS) throw valueTooLarge(MAX_PARTS);
  const result: unknown[] = [];
  copy.seen.set(value, result);
  for (let index = 0; index < length; index += 1) {
    const name = label === '' ? String(index) : `${label}.${index}`;
    const element = store(copy, value[index], '', name);
    result.push(copy.mode === 'doc' ? elementLink(copy.run, element, name) : element);
  }
  return markStored(copy.run, result, copy.mode);
}

/** Objects in arrays get a document of their own, so that they keep their identity; rule 3. */
export function elementLink(run: RunState, element: unknown, name: string): unknown {
  if (typeof element !== 'object' || element === null) return element;
  if (Link.is(element) || Array.isArray(element) || !run.stored.has(element)) return element;
  return new Link(makeDoc(element, { name, role: 'element' }), EMPTY_PATH, undefined, false);
}

function storePlain(copy: Copy, value: object, label: string): unknown {
  const result: Record<string, unknown> = {};
  copy.seen.set(value, result);
  for (const key of Object.keys(value)) {
    copy.parts += 1;
    const child = store(copy, Reflect.get(value, key), key, label === '' ? key : `${label}.${key}`);
    if (key === '__proto__') {
      Object.defineProperty(result, key, { value: child, enumerable: true });
    } else {
      result[key] = child;
    }
  }
  return markStored(copy.run, result, copy.mode);
}

/** Collections become immutable ones, other built-in data is copied; unknown objects stay. */
function storeExotic(copy: Copy, value: object, label: string): unknown {
  if (innerCollection(value) !== undefined) return copy.run.faces.get(value) ?? value;
  if (value instanceof Map) {
    const entries = [...(value as Map<unknown, unknown>)];
    return immutableMap(entries.map(([key, each]) => [key, store(copy, each, '', '')] as const));
  }
  if (value instanceof Set) {
    return immutableSet([...(value as Set<unknown>)].map((each) => store(copy, each, '', '')));
  }
  if (value instanceof Date) return new Date(value.getTime());
  if (copy.mode === 'doc' && value instanceof Promise) notePromise(copy.run, label);
  return undefined;
}
