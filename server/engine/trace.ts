/** The trace of one run as its result shows it: in the order of time, with places in the files. */
import type { Location, RunResult, TraceEntry, TraceEvent } from '../protocol/index.ts';
import { MAX_TRACE_EVENTS } from '../protocol/trace-bounds.ts';
import type { Origin } from '../protocol/wire.ts';
import type { RunRequest } from './api.ts';

export interface TraceLog {
  readonly add: (event: TraceEvent) => void;
  /** Where the next event of this type belongs: it is told just before. */
  readonly place: (type: PlacedBefore, location: Location | null) => void;
  readonly build: () => NonNullable<RunResult['trace']>;
}

/** What the explainer places more exactly than by the builder call. */
type PlacedBefore = 'console' | 'failure';

/** Whether a request asks for the trace. */
export function isTraced({ debug = false, trace = debug }: RunRequest): boolean {
  return trace;
}

/** Makes an empty log; `place` is the explainer's. */
export function makeTraceLog(place: (origin: Origin) => Location | null): TraceLog {
  const entries: TraceEntry[] = [];
  const places = new Map<string, Location | null>();
  let truncated = false;
  return Object.freeze<TraceLog>({
    add: (event) => {
      if (event.type === 'truncated' || entries.length >= MAX_TRACE_EVENTS) truncated = true;
      else entries.push(entryOf(event, places.get(event.type) ?? null, place));
    },
    place: (type, location) => void places.set(type, location),
    // What lasts is told at its end, and shown at its start.
    build: () => ({ events: entries.toSorted((one, other) => one.at - other.at), truncated }),
  });
}

function entryOf(
  event: Exclude<TraceEvent, { type: 'truncated' }>,
  known: Location | null,
  place: (origin: Origin) => Location | null,
): TraceEntry {
  if (event.type === 'load') return event;
  const { origin, ...rest } = { origin: null, ...event };
  const location = known ?? (origin && place(origin));
  return location === null ? rest : { ...rest, location };
}
