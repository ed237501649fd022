/** How a place looks to the code that reads it: as a cell, as a stream, or as its value. */
import { noteMissing } from '../reactive/frames.ts';
import { traceRead } from '../reactive/trace.ts';
import type { RunState } from '../run-state.ts';
import { innerCollection } from '../store/immutable.ts';
import { Link, labelOf } from '../store/nodes.ts';
import { follow, type Place } from '../store/walk.ts';
import { presentCollection } from './collections.ts';
import { reference } from './references.ts';
import { view } from './views.ts';

/** What the consumer of a link gets: the declaration decides, then how the link is held. */
export function readLink(run: RunState, link: Link): unknown {
  const held = declared(link);
  if (held === undefined || isLeftOut(run, link)) return readValue(run, link);
  return reference(run, held);
}

/** Whether nobody gave what may be left out: an optional stream that is none reads as undefined. */
export function isLeftOut(run: RunState, { node, path, shape }: Link): boolean {
  if (shape?.kinds[0] !== 'stream' || !shape.optional) return false;
  const place = follow(run, new Link(node, path, undefined, false));
  return place.node.kind !== 'stream' && place.value === undefined;
}

/** The link as a cell or stream when it is declared as one, else undefined. */
export function declared(link: Link): Link | undefined {
  const kind = link.shape?.kinds[0];
  if (kind === undefined || kind === 'sqlite') return link.cell ? link : undefined;
  return new Link(link.node, link.path, link.shape?.inner(), kind !== 'stream');
}

/** The current value of a place; a cell in a computed result or an untyped binding stays a cell. */
export function readValue(run: RunState, link: Link): unknown {
  const place = follow(run, link);
  if (place.cell && link.shape === undefined && place.node.kind !== 'stream') {
    return reference(run, new Link(place.node, place.path, place.shape, true));
  }
  return presentPlace(run, link, place);
}

/** The current value of a place, through every cell: what `.get()` gives. */
export function readContent(run: RunState, link: Link): unknown {
  return presentPlace(run, link, follow(run, link));
}

function presentPlace(run: RunState, link: Link, place: Place): unknown {
  traceRead(run, place);
  if (place.node.kind === 'stream')
    return reference(run, new Link(place.node, place.path, undefined, false));
  if (place.value === undefined) {
    noteMissing(run, labelOf(link), place.shape?.optional ?? false);
    return undefined;
  }
  return present(run, place);
}

/** Stored data as a guest may hold it: a view, a fresh copy of a mutable thing, or itself. */
export function present(
  run: RunState,
  place: Pick<Link, 'node' | 'path' | 'shape'> & { readonly value: unknown },
): unknown {
  const { value } = place;
  if (typeof value !== 'object' || value === null) return value;
  if (run.stored.has(value)) return view(run, place.node, place.path, value, place.shape);
  if (innerCollection(value) !== undefined) return presentCollection(run, value);
  return value instanceof Date ? new Date(value.getTime()) : value;
}
