/** Which methods a reference answers to; own data of the same name comes first. */
import { keepsReferences, untracked } from '../reactive/frames.ts';
import { makeRows, type RowKind } from '../reactive/rows.ts';
import type { Callable, RunState } from '../run-state.ts';
import { sendTo } from '../reactive/streams.ts';
import { Link, childLink, type Key } from '../store/nodes.ts';
import { innerCollection } from '../store/immutable.ts';
import { follow } from '../store/walk.ts';
import { write } from '../store/write.ts';
import { noStream } from '../errors.ts';
import { equalsByLink } from './identity.ts';
import { LIST_METHODS } from './list-methods.ts';
import { readContent } from './read.ts';
import { childReference, reference } from './references.ts';

/** A method of cells and streams: the place it was called on, then the arguments. */
export type CellMethod = (run: RunState, link: Link, args: readonly unknown[]) => unknown;

/** The reference itself, for methods that answer with their cell. */
function itself(run: RunState, link: Link): object {
  return reference(run, link);
}

function keyMethod(run: RunState, link: Link, keys: readonly unknown[]): object {
  const path = keys.map((key): Key => (typeof key === 'number' ? key : String(readKey(run, key))));
  const child = path.reduce(childLink, link);
  if (child.shape?.kinds[0] === 'stream') return childReference(run, link, path);
  const shape = (child.shape?.kinds.length ?? 0) > 0 ? child.shape?.inner() : child.shape;
  return reference(run, new Link(child.node, child.path, shape, true));
}

/** A key may be given as a reference, such as the index of a row. */
function readKey(run: RunState, key: unknown): unknown {
  if (typeof key !== 'object' || key === null) return key;
  const link = run.references.get(key);
  return link === undefined ? key : readContent(run, link);
}

function sendMethod(run: RunState, link: Link, [event]: readonly unknown[]): undefined {
  const { node } = untracked(run, () => follow(run, link));
  if (node.kind === 'stream') sendTo(run, node, event);
  else if (link.cell) write(run, link, event);
  else throw noStream(link);
  return undefined;
}

function updateMethod(run: RunState, link: Link, [partial]: readonly unknown[]): object {
  if (typeof partial === 'object' && partial !== null) {
    for (const key of Object.keys(partial))
      write(run, childLink(link, key), Reflect.get(partial, key));
  }
  return itself(run, link);
}

function incrementMethod(run: RunState, link: Link, [by]: readonly unknown[]): object {
  const before = untracked(run, () => readContent(run, link));
  write(run, link, Number(before ?? 0) + Number(by ?? 1));
  return itself(run, link);
}

function resolveMethod(run: RunState, link: Link): object {
  const place = untracked(run, () => follow(run, link));
  return reference(run, new Link(place.node, place.path, place.shape, true));
}

const METHODS: ReadonlyMap<string, CellMethod> = new Map<string, CellMethod>([
  ['get', (run, link) => readContent(run, link)],
  ['sample', (run, link) => untracked(run, () => readContent(run, link))],
  [
    'set',
    (run, link, [value]) => {
      write(run, link, value);
      return itself(run, link);
    },
  ],
  ['send', sendMethod],
  ['update', updateMethod],
  ['increment', incrementMethod],
  ['key', keyMethod],
  ['for', itself],
  ['asSchema', itself],
  ['equals', (run, link, [other]) => equalsByLink(run, reference(run, link), other)],
  ['equalLinks', (run, link, [other]) => equalsByLink(run, reference(run, link), other)],
  ['resolveAsCell', resolveMethod],
  ...LIST_METHODS,
]);

/** Methods that become rows in a pattern body; elsewhere they are the list's own. */
const ROW_METHODS: ReadonlySet<string> = new Set(['map', 'filter', 'flatMap']);
const PATTERN_ROWS: ReadonlyMap<string, RowKind> = new Map([
  ['mapWithPattern', 'map'],
  ['filterWithPattern', 'filter'],
  ['flatMapWithPattern', 'flatMap'],
]);

/** The method `name` of a reference, or undefined when the name means a property. */
export function cellMethod(run: RunState, link: Link, name: string): Callable | undefined {
  const rows = keepsReferences(run) && ROW_METHODS.has(name);
  const method = METHODS.get(name);
  if (!rows && method === undefined && !PATTERN_ROWS.has(name)) return undefined;
  if (hasOwnData(run, link, name)) return undefined;
  if (rows) {
    const kind = name as RowKind;
    return (callback) => makeRows(run, link, kind, callback as Callable);
  }
  const patternRows = PATTERN_ROWS.get(name);
  if (patternRows !== undefined) {
    return (operation, params) =>
      makeRows(run, link, patternRows, (element, index, array) =>
        (operation as Callable)({ element, index, array, params }),
      );
  }
  return method && ((...args) => method(run, link, args));
}

/** Whether the current value has a property, or a method of its own kind, of that name. */
function hasOwnData(run: RunState, link: Link, name: string): boolean {
  const { value } = untracked(run, () => follow(run, link));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  // A Map in a cell has a `get` too, but what is called on the cell is meant for the cell.
  if (innerCollection(value) !== undefined) return !link.cell;
  return Object.hasOwn(value, name);
}
