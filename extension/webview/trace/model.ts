/** The trace as rows of text, and the filter over them. Plain data, so that it can be tested. */
import { traceWords } from '../../../server/protocol/messages/trace-words.ts';
import type { Location } from '../../../server/protocol/positions.ts';
import type { TraceEntry, TraceKind } from '../../../server/protocol/trace.ts';

export interface TraceRow {
  readonly kind: TraceKind;
  readonly at: number;
  readonly durationMs: number | null;
  /** The cell, computation, stream, module or pattern that it is about. */
  readonly subject: string;
  /** What else there is to say, on one line. */
  readonly detail: string;
  readonly value: string | null;
  readonly outcome: string | null;
  /** Why a computation ran; null for all else. */
  readonly because: readonly string[] | null;
  readonly location: Location | null;
  readonly tone: 'plain' | 'quiet' | 'warning' | 'error';
}

export interface TraceFilter {
  readonly query: string;
  readonly kind: TraceKind | null;
  readonly subject: string | null;
}

export const noFilter: TraceFilter = Object.freeze({ query: '', kind: null, subject: null });

/** What the rows of a kind are about can be chosen in the filter. */
const withSubject: ReadonlySet<TraceKind> = new Set(['read', 'write', 'compute', 'event']);

/** The row of an entry. */
export function rowOf(entry: TraceEntry): TraceRow {
  const { type: kind, at } = entry;
  const location = 'location' in entry ? entry.location : undefined;
  const durationMs = 'durationMs' in entry ? entry.durationMs : null;
  const plain = { value: null, outcome: null, because: null, tone: 'plain' } as const;
  return {
    ...plain,
    kind,
    at,
    durationMs,
    location: location ?? null,
    ...partsOf(entry),
  };
}

type Parts = Pick<TraceRow, 'subject' | 'detail'> &
  Partial<Pick<TraceRow, 'value' | 'outcome' | 'because' | 'tone'>>;

function partsOf(entry: TraceEntry): Parts {
  switch (entry.type) {
    case 'load':
      return { subject: entry.module, detail: traceWords.took(entry.durationMs), tone: 'quiet' };
    case 'instantiate':
      return { subject: entry.name, detail: traceWords.took(entry.durationMs) };
    case 'read': {
      const { cell: subject, value } = entry;
      return { subject, value, detail: traceWords.value(value), tone: 'quiet' };
    }
    case 'write': {
      const { cell: subject, value } = entry;
      return { subject, value, detail: traceWords.written(value) };
    }
    case 'compute':
      return computation(entry);
    case 'event': {
      const { stream: subject, value } = entry;
      return { subject, value, detail: value };
    }
    case 'console': {
      const tone = consoleTones[entry.level] ?? 'plain';
      return { subject: entry.level, value: entry.text, detail: entry.text, tone };
    }
    case 'permission': {
      const outcome = entry.granted ? traceWords.granted : traceWords.refused;
      const subject = traceWords.permission(entry.scope, entry.target);
      return { subject, outcome, detail: outcome, tone: entry.granted ? 'plain' : 'warning' };
    }
    case 'navigate':
      return { subject: entry.target, detail: '' };
    case 'failure':
      return { subject: entry.phase, value: entry.text, detail: entry.text, tone: 'error' };
  }
}

const consoleTones: Readonly<Record<string, TraceRow['tone']>> = {
  warn: 'warning',
  error: 'error',
  debug: 'quiet',
};

function computation(entry: Extract<TraceEntry, { type: 'compute' }>): Parts {
  const { name: subject, outcome, because, value } = entry;
  const said =
    outcome === 'failed'
      ? traceWords.failed
      : outcome === 'same'
        ? `${traceWords.value(value)} ${traceWords.unchanged}`
        : traceWords.value(value);
  const why = because.length === 0 ? traceWords.firstTime : traceWords.because(because);
  const words = { value: null, same: traceWords.unchanged, failed: traceWords.failed };
  return {
    subject,
    because,
    value: outcome === 'failed' ? null : value,
    outcome: words[outcome],
    detail: `${said} · ${why}`,
    tone: outcome === 'failed' ? 'error' : outcome === 'same' ? 'quiet' : 'plain',
  };
}

/** The rows that fit, by their index in the trace. */
export function matching(rows: readonly TraceRow[], filter: TraceFilter): number[] {
  const query = filter.query.trim().toLowerCase();
  return rows.flatMap((row, index) => (fits(row, filter, query) ? [index] : []));
}

function fits(row: TraceRow, { kind, subject }: TraceFilter, query: string): boolean {
  if (kind !== null && row.kind !== kind) return false;
  if (subject !== null && !isAbout(row, subject)) return false;
  return query === '' || textOf(row).toLowerCase().includes(query);
}

/** A computation is also about what made it run. */
function isAbout(row: TraceRow, subject: string): boolean {
  if (!withSubject.has(row.kind)) return false;
  return row.subject === subject || (row.because?.includes(subject) ?? false);
}

function textOf({ kind, subject, detail, location }: TraceRow): string {
  const place = location === null ? '' : placeOf(location);
  return `${traceWords.kinds[kind]} ${subject} ${detail} ${place}`;
}

/** The place as people write it. */
export function placeOf({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

export interface Choice<Name extends string = string> {
  readonly name: Name;
  readonly count: number;
}

/** The kinds that the trace has, in the order of the words. */
export function kindsOf(rows: readonly TraceRow[]): Choice<TraceKind>[] {
  const counts = countBy(rows.map(({ kind }) => kind));
  const kinds = Object.keys(traceWords.kinds) as TraceKind[];
  return kinds.flatMap((name) => {
    const count = counts.get(name);
    return count === undefined ? [] : [{ name, count }];
  });
}

/** The cells, computations and streams that the trace names, by name. */
export function subjectsOf(rows: readonly TraceRow[]): Choice[] {
  const named = rows.filter(({ kind }) => withSubject.has(kind));
  const counts = countBy(named.map(({ subject }) => subject));
  const found = [...counts].map(([name, count]) => ({ name, count }));
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Whether the filter can be narrowed to what the row is about. */
export function canNarrow({ kind }: TraceRow): boolean {
  return withSubject.has(kind);
}

function countBy<Name extends string>(names: readonly Name[]): Map<Name, number> {
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
