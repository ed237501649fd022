/**
 * `.map`, `.filter` and `.flatMap` on a reference in a pattern body: one row for each element, kept
 * for as long as the element is in the list, wherever it moves. Run model, rule 17.
 */
import type { Callable, RunState } from '../run-state.ts';
import { EMPTY_PATH, Link, makeDoc, type Doc, type Node, type Path } from '../store/nodes.ts';
import { toStored } from '../store/to-stored.ts';
import { follow, type Place } from '../store/walk.ts';
import { setDoc } from '../store/write.ts';
import { reference } from '../face/references.ts';
import { makeDerived } from './derived.ts';
import { makeFrame, untracked, withFrame, noteMissing } from './frames.ts';
import type { Lifetime } from './lifetime.ts';
import { labelOf } from '../store/nodes.ts';

interface Row {
  readonly index: Doc;
  readonly lifetime: Lifetime;
  readonly stored: unknown;
}

/** Rows by what identifies their element: its own document, else its position. */
type RowCache = Map<unknown, Map<string, Row>>;

/** Makes the derived list of rows and gives the reference to it. */
export function makeRows(
  run: RunState,
  list: Link,
  kind: 'map' | 'filter' | 'flatMap',
  callback: Callable,
): object {
  const { origin, lifetime } = run.frame;
  let cache: RowCache = new Map();
  const compute = (): unknown => {
    const place = follow(run, list);
    if (!Array.isArray(place.value)) {
      if (place.value === undefined) noteMissing(run, labelOf(list), true);
      endRows(cache, new Map());
      cache = new Map();
      return [];
    }
    const next: RowCache = new Map();
    const items = place.value.map((element: unknown, index) =>
      elementOf(run, place, element, index),
    );
    const rows = items.map((item, index) => {
      return keepRow(run, cache, next, item, index, () => {
        const own = lifetime.branch();
        const position = makeDoc(index, { name: 'index' });
        const frame = makeFrame('pattern', own, origin, run.frame.journal);
        const stored = withFrame(run, frame, () => {
          const array = reference(run, new Link(list.node, list.path, list.shape, false));
          const at = reference(run, new Link(position, EMPTY_PATH, undefined, false));
          return toStored(run, callback(reference(run, item), at, array), 'derived', 'row');
        });
        return { index: position, lifetime: own, stored };
      });
    });
    endRows(cache, next);
    cache = next;
    return collect(run, kind, place.value, items, rows);
  };
  const derived = makeDerived(run, { name: labelOf(list), origin, compute });
  return reference(run, new Link(derived, EMPTY_PATH, undefined, false));
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

function keepRow(
  run: RunState,
  cache: RowCache,
  next: RowCache,
  item: { readonly node: Node; readonly path: Path },
  index: number,
  make: () => Row,
): Row {
  const rows = next.get(item.node) ?? new Map<string, Row>();
  next.set(item.node, rows);
  let key = item.path.join('\u0000');
  while (rows.has(key)) key += '\u0001';
  const row = cache.get(item.node)?.get(key) ?? make();
  rows.set(key, row);
  setDoc(run, row.index, index);
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
  kind: 'map' | 'filter' | 'flatMap',
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
