/**
 * `.map`, `.filter` and `.flatMap` on a reference in a pattern body: one row for each element, kept
 * for as long as the element is in the list, wherever it moves. Run model, rule 17.
 */
import type { Origin } from '../../protocol/wire.ts';
import type { Callable, RunState } from '../run-state.ts';
import { EMPTY_PATH, labelOf, Link, makeDoc, type Doc } from '../store/nodes.ts';
import { numberOf } from '../store/space.ts';
import { toStored } from '../store/to-stored.ts';
import { follow, type Place } from '../store/walk.ts';
import { setDoc } from '../store/write.ts';
import { reference } from '../face/references.ts';
import { makeCause, nextCause } from './causes.ts';
import { makeDerived } from './derived.ts';
import { makeFrame, untracked, withFrame, noteMissing } from './frames.ts';
import type { Lifetime } from './lifetime.ts';
import { guestWords } from '../../protocol/messages/guest-words.ts';

interface Row {
  readonly index: Doc;
  readonly lifetime: Lifetime;
  readonly stored: unknown;
}

export type RowKind = 'map' | 'filter' | 'flatMap';

/** Rows by what identifies their element: its own document, else its position. */
type RowCache = Map<unknown, Map<string, Row>>;

/** A list whose elements have rows. */
interface RowSource {
  readonly run: RunState;
  readonly list: Link;
  readonly callback: Callable;
  readonly origin: Origin | null;
  /** Rows live as long as the place that made the list, not as long as one run over it. */
  readonly lifetime: Lifetime;
  readonly cause: string | null;
}

/** Makes the derived list of rows and gives the reference to it. */
export function makeRows(run: RunState, list: Link, kind: RowKind, callback: Callable): object {
  const { origin, lifetime } = run.frame;
  const cause = nextCause(run, guestWords.rowsOf(labelOf(list)), origin);
  const source: RowSource = { run, list, callback, origin, lifetime, cause };
  let cache: RowCache = new Map();
  const compute = (): unknown => {
    const place = follow(run, list);
    const elements: readonly unknown[] = Array.isArray(place.value) ? place.value : [];
    if (place.value === undefined) noteMissing(run, labelOf(list), true);
    const items = elements.map((element, index) => elementOf(run, place, element, index));
    const next: RowCache = new Map();
    try {
      const rows = items.map((item, index) => keepRow(source, cache, next, item, index));
      endRows(cache, next);
      cache = next;
      return collect(run, kind, elements, items, rows);
    } catch (thrown) {
      endRows(next, cache);
      throw thrown;
    }
  };
  const derived = makeDerived(run, { name: labelOf(list), origin, compute, internal: true });
  return reference(run, new Link(derived, EMPTY_PATH, undefined, false));
}

/** Runs the callback for a new element, in a pattern frame. */
function makeRow(
  { run, list, callback, origin, lifetime, cause }: RowSource,
  item: Link,
  at: number,
): Row {
  const own = lifetime.branch();
  const index = makeDoc(at, { name: 'index' });
  const rowCause = cause && `${cause}/${rowName(run, item)}`;
  const frame = makeFrame('pattern', own, origin, run.frame.journal, makeCause(rowCause));
  const stored = withFrame(run, frame, () => {
    const array = reference(run, new Link(list.node, list.path, list.shape, false));
    const position = reference(run, new Link(index, EMPTY_PATH, undefined, false));
    return toStored(run, callback(reference(run, item), position, array), 'derived', 'row');
  });
  return { index, lifetime: own, stored };
}

/** What tells the row of an element from others, for all participants alike. */
function rowName(run: RunState, { node, path }: Link): string {
  const owner = run.space.causes.get(node) ?? numberOf(run.space, node);
  return [owner, ...path].join('.');
}

/** The link of one element, held as the list's declaration says. */
function elementOf(run: RunState, place: Place, element: unknown, index: number): Link {
  const shape = place.shape?.child(index);
  const cell = (shape?.kinds.length ?? 0) > 0 && shape?.kinds[0] !== 'stream';
  const inner = cell ? shape?.inner() : shape;
  if (!Link.is(element)) return new Link(place.node, [...place.path, index], inner, cell);
  const target = untracked(run, () => follow(run, element));
  return new Link(target.node, target.path, inner ?? target.shape, cell || element.cell);
}

/** The row that an element has already, or a new one. */
function keepRow(
  source: RowSource,
  cache: RowCache,
  next: RowCache,
  item: Link,
  index: number,
): Row {
  const rows = next.get(item.node) ?? new Map<string, Row>();
  next.set(item.node, rows);
  let key = item.path.join('\u0000');
  while (rows.has(key)) key += '\u0001';
  const row = cache.get(item.node)?.get(key) ?? makeRow(source, item, index);
  rows.set(key, row);
  setDoc(source.run, row.index, index);
  return row;
}

/** Ends the rows whose element has left the list. */
function endRows(cache: RowCache, next: RowCache): void {
  for (const [node, rows] of cache) {
    for (const [key, row] of rows) if (next.get(node)?.get(key) !== row) row.lifetime.end();
  }
}

function collect(
  run: RunState,
  kind: RowKind,
  elements: readonly unknown[],
  items: readonly Link[],
  rows: readonly Row[],
): unknown[] {
  if (kind === 'map') return rows.map(({ stored }) => stored);
  const valueOf = (stored: unknown): unknown =>
    Link.is(stored) ? follow(run, stored).value : stored;
  if (kind === 'filter') {
    return elements
      .map((element, at) => (typeof element === 'object' && element !== null ? items[at] : element))
      .filter((_, at) => Boolean(valueOf(rows[at]?.stored)));
  }
  return rows.flatMap(({ stored }) => {
    const value = valueOf(stored);
    return Array.isArray(value) ? (value as unknown[]) : [stored];
  });
}
