/** What the runtime tells that is not a failure; the same thing is told once. */
import * as messages from '../../protocol/messages/patterns.ts';
import type { AskedService } from '../../protocol/result.ts';
import type { Origin } from '../../protocol/wire.ts';
import type { Found } from '../api.ts';
import type { QueuedEvent, RunState } from '../run-state.ts';
import type { Derived, Doc } from '../store/nodes.ts';
import { tracePermission } from './trace.ts';

/** More findings than this tell nothing new. */
const MAX_FINDINGS = 100;

function add(run: RunState, finding: Found): void {
  const known = run.findings.some(
    ({ kind, text, origin }) =>
      kind === finding.kind &&
      text === finding.text &&
      origin?.module === finding.origin?.module &&
      origin?.fact === finding.origin?.fact,
  );
  if (!known && run.findings.length < MAX_FINDINGS) run.findings.push(finding);
}

/** An error that nobody throws: its frames tell which line of the author's is running. */
const here = (): Error => new Error();

/** A computation read its own result. */
export function noteCycle(run: RunState, { name, origin }: Derived): void {
  const { code, text } = messages.selfReading({ place: name });
  add(run, { kind: 'non-settling', code, text, origin, cells: [name] });
}

/** Computations keep writing what they read: one finding for each that wrote last. */
export function noteNonSettling(run: RunState, docs: readonly Doc[]): void {
  const writers = new Map<string, { readonly origin: Origin | null; readonly cells: string[] }>();
  for (const { writer, name } of docs) {
    const key = writer === null ? '' : `${writer.fact} ${writer.module}`;
    const entry = writers.get(key) ?? { origin: writer, cells: [] };
    if (!entry.cells.includes(name)) entry.cells.push(name);
    writers.set(key, entry);
  }
  for (const { origin, cells } of writers.values()) {
    const quoted = cells.map((cell) => `"${cell}"`).join(', ');
    const { code, text } = messages.nonSettling({ cells: quoted });
    add(run, { kind: 'non-settling', code, text, origin, cells });
  }
}

/** A computation gave or wrote something else when it ran again on the same state. */
export function noteNonIdempotent(
  run: RunState,
  { name, origin }: Derived,
  different: readonly string[],
): void {
  const quoted = different.map((cell) => `"${cell}"`).join(', ');
  const { code, text } = messages.nonIdempotent({ place: name, cells: quoted });
  add(run, { kind: 'non-idempotent', code, text, origin, cells: [...different] });
}

/** Handlers keep sending events; told at the handler whose turn it would be. */
export function noteTooManyEvents(
  run: RunState,
  limit: number,
  left: readonly QueuedEvent[],
): void {
  const { code, text } = messages.tooManyEvents({ limit });
  const cells = [...new Set(left.map(({ label }) => label))];
  const origin = left[0]?.stream.origin ?? null;
  add(run, { kind: 'non-settling', code, text, origin, cells });
}

/** A pattern of the older API used the clock or chance outside a handler. */
export function noteClock(run: RunState, what: string): void {
  const { code, text } = messages.clockUsed({ what });
  add(run, { kind: 'clock', code, text, origin: run.frame.origin, cells: [], at: here() });
}

/** A promise was written to a cell. */
export function notePromise(run: RunState, place: string): void {
  const { code, text } = messages.promiseStored({ place });
  add(run, { kind: 'promise', code, text, origin: run.frame.origin, cells: [place], at: here() });
}

/** Services that fixtures cannot answer: they would need the host itself. */
const UNANSWERABLE: ReadonlySet<string> = new Set([
  'compileAndRun',
  'llmDialog',
  'sqliteDatabase',
  'sqliteQuery',
]);

/** A host service was asked for that nothing answers. */
export function noteService(run: RunState, service: AskedService, origin: Origin | null): void {
  const label = labelOf(service);
  tracePermission(run, label, false, origin);
  const told = UNANSWERABLE.has(service.name)
    ? messages.unsupportedService
    : messages.ungrantedService;
  const { code, text } = told({ service: label });
  add(run, { kind: 'ungranted-service', code, text, origin, cells: [], service });
}

/** The pattern went to another piece, which nothing here can show. */
export function noteNavigation(run: RunState, target: string, origin: Origin | null): void {
  const { code, text } = messages.navigated({ target });
  add(run, { kind: 'navigation', code, text, origin, cells: [] });
}

/** Wishes are told apart by what is wished for. */
export function labelOf({ name, about }: AskedService): string {
  return name === 'wish' && about !== undefined ? `wish("${about}")` : name;
}
