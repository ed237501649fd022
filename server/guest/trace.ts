/** The record of what happens in a traced run: timed, bounded in number and in bytes. */
import { maskText } from '../protocol/secrets.ts';
import { MAX_TRACE_BYTES, MAX_TRACE_EVENTS, MAX_TRACE_TEXT } from '../protocol/trace-bounds.ts';
import type { TraceEvent } from '../protocol/trace.ts';
import type { GuestMessage } from '../protocol/wire.ts';
import type { Tracer } from '../runtime/index.ts';
import { watchRefusals } from './refusals.ts';

const round = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1000;

/** Texts and times as they cross: bounded, and no finer than the clock. */
function shorten(event: TraceEvent): TraceEvent {
  const entries = Object.entries(event).map(([key, value]: [string, unknown]) => {
    if (typeof value === 'number') return [key, round(value)];
    if (Array.isArray(value)) return [key, value.map((each) => shortText(String(each)))];
    return [key, typeof value === 'string' ? shortText(value) : value];
  });
  return Object.fromEntries(entries) as TraceEvent;
}

function shortText(text: string): string {
  return text.length > MAX_TRACE_TEXT ? `${text.slice(0, MAX_TRACE_TEXT - 1)}…` : text;
}

/** Starts the record of one run; call when it is opened. */
export function startTracer(
  elapsedMs: () => number,
  send: (message: GuestMessage) => void,
): Tracer {
  const start = elapsedMs();
  let events = 0;
  let bytes = 0;
  const elapsed = (): number => round(elapsedMs() - start);
  const isFull = (): boolean => events > MAX_TRACE_EVENTS || bytes > MAX_TRACE_BYTES;
  const tracer = Object.freeze<Tracer>({
    elapsedMs: elapsed,
    record: (event) => {
      if (isFull()) return;
      const short = shorten(event);
      events += 1;
      bytes += JSON.stringify(short).length;
      send({ type: 'trace', event: isFull() ? { type: 'truncated', at: elapsed() } : short });
    },
  });
  watchRefusals((refusal) => {
    if (refusal.kind !== 'permission') return;
    const { scope, target } = refusal;
    const at = elapsed();
    tracer.record({ type: 'permission', at, scope, target, granted: false, origin: null });
  });
  return tracer;
}

/** Records console lines and failures on their way to the host. */
export function traceMessage(tracer: Tracer, message: GuestMessage): void {
  const at = tracer.elapsedMs();
  if (message.type === 'console') {
    const { level, text } = message;
    tracer.record({ type: 'console', at, level, text: maskText(text.slice(0, MAX_TRACE_TEXT)) });
  } else if (message.type === 'failure') {
    const { phase, thrown, origin } = message.failure;
    const text = maskText(thrown.message.slice(0, MAX_TRACE_TEXT));
    tracer.record({ type: 'failure', at, phase, text, origin });
  }
}
