/** The trace of a run in the Chrome trace-event format, which standard viewers open. */
import { showWords } from '../protocol/index.ts';
import type { RunResult, TraceEntry } from '../protocol/index.ts';

/** One event of the format: `X` lasts, `i` is a moment. Times are in microseconds. */
interface ChromeEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: 'X' | 'i' | 'M';
  readonly ts: number;
  readonly dur?: number;
  readonly pid: 1;
  readonly tid: 1;
  readonly s?: 't';
  readonly args: Readonly<Record<string, unknown>>;
}

/** The document as JSON text. */
export function chromeTrace({ file, export: exported, trace }: RunResult): string {
  const process = { name: 'process_name', cat: '', ph: 'M', ts: 0, pid: 1, tid: 1 } as const;
  const events: ChromeEvent[] = [
    { ...process, args: { name: exported === 'default' ? file : `${file} (${exported})` } },
    ...(trace?.events ?? []).map(chromeEvent),
  ];
  const otherData = { file, export: exported, truncated: trace?.truncated ?? false };
  return `${JSON.stringify({ traceEvents: events, displayTimeUnit: 'ms', otherData }, null, 1)}\n`;
}

function chromeEvent(entry: TraceEntry): ChromeEvent {
  const { type, at, location, ...args } = { location: undefined, ...entry };
  const place = location && `${location.file}:${location.line}:${location.column}`;
  const common = {
    name: nameOf(entry),
    cat: type,
    ts: micros(at),
    pid: 1,
    tid: 1,
    args: place === undefined ? args : { ...args, location: place },
  } as const;
  return 'durationMs' in entry
    ? { ...common, ph: 'X', dur: micros(entry.durationMs) }
    : { ...common, ph: 'i', s: 't' };
}

function micros(milliseconds: number): number {
  return Math.round(milliseconds * 1000);
}

function nameOf(entry: TraceEntry): string {
  switch (entry.type) {
    case 'load':
      return `load ${entry.module}`;
    case 'instantiate':
    case 'compute':
      return `${entry.type} ${entry.name}`;
    case 'read':
    case 'write':
      return `${entry.type} ${entry.cell}`;
    case 'event':
      return `event ${entry.stream}`;
    case 'console':
      return `console.${entry.level}`;
    case 'permission':
      return `${entry.scope} ${entry.target}`;
    case 'navigate':
      return 'navigate';
    case 'failure':
      return showWords.traceFailure(entry.phase);
  }
}
