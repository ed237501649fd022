/** The trace of one run as its result shows it: in the order of time, with places in the files. */
import type { Location, RunResult, TraceEntry, TraceEvent } from '../protocol/index.ts';
import { MAX_TRACE_EVENTS } from '../protocol/trace-bounds.ts';
import type { Origin } from '../protocol/wire.ts';
import type { RunRequest } from './api.ts';

export interface TraceLog {
  readonly add: (event: TraceEvent) => void;
  readonly build: () => NonNullable<RunResult['trace']>;
}

/** Whether a request asks for the trace. */
export function isTraced({ debug = false, trace = debug }: RunRequest): boolean {
  return trace;
}

/** Makes an empty log; `place` is the explainer's. */
export function makeTraceLog(place: (origin: Origin) => Location | null): TraceLog {
  const entries: TraceEntry[] = [];
  let truncated = false;
  return Object.freeze<TraceLog>({
    add: (event) => {
      if (event.type === 'truncated' || entries.length >= MAX_TRACE_EVENTS) truncated = true;
      else entries.push(entryOf(event, place));
    },
    // What lasts is told at its end, and shown at its start.
    build: () => ({ events: entries.toSorted((one, other) => one.at - other.at), truncated }),
  });
}

function entryOf(
  event: Exclude<TraceEvent, { type: 'truncated' }>,
  place: (origin: Origin) => Location | null,
): TraceEntry {
  if (!('origin' in event)) return event;
  const { origin, ...rest } = event;
  const location = origin && place(origin);
  return location === null ? rest : { ...rest, location };
}
