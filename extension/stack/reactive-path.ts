/** What led to a failed computation or handler, read off the trace of the run. */
import type { Location, RunError, TraceEntry } from '../../server/protocol/index.ts';

/** Longest path; more would no longer explain anything. */
const mostSteps = 40;

/**
 * The event, the writes and the computations that made the callback of the error run, ending with
 * the callback itself, in the order of time. Empty where the trace does not have it.
 */
export function reactivePath(events: readonly TraceEntry[], error: RunError): TraceEntry[] {
  const failed = failedEntry(events, error);
  if (failed === undefined) return [];
  const found = new Set<TraceEntry>();
  const pending: TraceEntry[] = [failed];
  while (found.size < mostSteps) {
    const entry = pending.shift();
    if (entry === undefined) break;
    if (found.has(entry)) continue;
    found.add(entry);
    pending.push(...causesOf(events, entry));
  }
  return events.filter((entry) => found.has(entry));
}

/** The evaluation or the event that failed: the last of its builder call before the failure. */
function failedEntry(events: readonly TraceEntry[], error: RunError): TraceEntry | undefined {
  const { builtAt } = error;
  if (builtAt === undefined) return undefined;
  const failure = events.find(
    (entry) => entry.type === 'failure' && isAt(entry.location, error.location ?? builtAt),
  );
  const until = failure?.at ?? Infinity;
  return events.findLast((entry) => {
    if (entry.at > until || !('location' in entry) || !isAt(entry.location, builtAt)) return false;
    return entry.type === 'event' || (entry.type === 'compute' && entry.outcome === 'failed');
  });
}

function causesOf(events: readonly TraceEntry[], entry: TraceEntry): TraceEntry[] {
  if (entry.type === 'write') return eventAround(events, entry);
  if (entry.type !== 'compute') return [];
  return entry.because.flatMap((name) => {
    const cause = events.findLast((each) => each.at <= entry.at && changes(each, name));
    return cause === undefined || cause === entry ? [] : [cause];
  });
}

/** The handler that was running when a cell was written. */
function eventAround(events: readonly TraceEntry[], { at }: TraceEntry): TraceEntry[] {
  const around = events.findLast(
    (each) => each.type === 'event' && each.at <= at && at <= each.at + each.durationMs,
  );
  return around === undefined ? [] : [around];
}

/** A write below a cell changes it too. */
function changes(entry: TraceEntry, name: string): boolean {
  if (entry.type === 'write') return entry.cell === name || entry.cell.startsWith(`${name}.`);
  return entry.type === 'compute' && entry.name === name && entry.outcome === 'value';
}

function isAt(one: Location | undefined, other: Location): boolean {
  return one?.file === other.file && one.line === other.line && one.column === other.column;
}
