/** What the runtime tells the trace. Nothing here costs anything but a look when not tracing. */
import { maskText } from '../../protocol/secrets.ts';
import { MAX_TRACE_CAUSES } from '../../protocol/trace-bounds.ts';
import { untracked } from './frames.ts';
import { describeValue } from '../describe.ts';
import { previewOf } from '../preview.ts';
import type { PatternDefinition, QueuedEvent, RunState } from '../run-state.ts';
import { labelOf, type Box, type Derived, type Node, type Path } from '../store/nodes.ts';
import type { Origin } from '../../protocol/wire.ts';

interface Slot {
  readonly node: Node;
  readonly path: Path;
  readonly value: unknown;
}

/** A value was read in a computation or a handler. */
export function traceRead(run: RunState, { node, path, value }: Slot): void {
  const { tracer } = run.powers;
  if (tracer === undefined || run.frame.kind === 'pattern' || run.frame.kind === 'module') return;
  if (node.kind === 'stream' || (node.kind === 'doc' && node.role === 'binding')) return;
  const cell = labelOf({ node, path });
  const { origin } = run.frame;
  const at = tracer.elapsedMs();
  tracer.record({ type: 'read', at, cell, value: previewOf(run, value, cell), origin });
}

/** A place was written. */
export function traceWrite(run: RunState, place: Slot, stored: unknown): void {
  const { tracer } = run.powers;
  if (tracer === undefined) return;
  const cell = labelOf(place);
  const { origin } = run.frame;
  const at = tracer.elapsedMs();
  tracer.record({ type: 'write', at, cell, value: previewOf(run, stored, cell), origin });
}

/** An event was handled. */
export function traceEvent(run: RunState, { stream, event, label }: QueuedEvent, at: number): void {
  const { tracer } = run.powers;
  tracer?.record({
    type: 'event',
    at,
    durationMs: tracer.elapsedMs() - at,
    stream: label,
    value: previewOf(run, event.value, label),
    origin: stream.origin,
  });
}

/** A pattern was instantiated. */
export function traceInstance(
  run: RunState,
  { name, origin }: PatternDefinition,
  at: number,
): void {
  const { tracer } = run.powers;
  const durationMs = (tracer?.elapsedMs() ?? at) - at;
  tracer?.record({ type: 'instantiate', at, durationMs, name, origin });
}

/** Something outside the pattern was asked for. */
export function tracePermission(
  run: RunState,
  target: string,
  granted: boolean,
  origin: Origin | null,
): void {
  const { tracer } = run.powers;
  const at = tracer?.elapsedMs() ?? 0;
  tracer?.record({ type: 'permission', at, scope: 'service', target, granted, origin });
}

/** The pattern asked to go to another one. */
export function traceNavigation(run: RunState, value: unknown, origin: Origin | null): void {
  const { tracer } = run.powers;
  if (tracer === undefined) return;
  const target = maskText(describeValue(run, value));
  tracer.record({ type: 'navigate', at: tracer.elapsedMs(), target, origin });
}

/** One evaluation of a computation, from its start. */
export interface Evaluation {
  readonly at: number;
  readonly because: readonly string[];
  readonly end: (outcome: 'value' | 'same' | 'failed', value: unknown) => void;
}

/** Begins an evaluation; `seen` is what the last one had read. */
export function traceEvaluation(
  run: RunState,
  derived: Derived,
  seen: ReadonlyMap<Node, unknown> | null,
): Evaluation | null {
  const { tracer } = run.powers;
  if (tracer === undefined) return null;
  const at = tracer.elapsedMs();
  const because = changedSince(run, seen);
  const { name, origin } = derived;
  return {
    at,
    because,
    end: (outcome, value) => {
      const durationMs = tracer.elapsedMs() - at;
      const shown = outcome === 'failed' ? '' : previewOf(run, value, name);
      const about = { name, outcome, value: shown, origin };
      tracer.record({ type: 'compute', at, durationMs, because: [...because], ...about });
    },
  };
}

/** The names of what was read and is not as it was. */
function changedSince(run: RunState, seen: ReadonlyMap<Node, unknown> | null): string[] {
  if (seen === null) return [];
  const changed = untracked(run, () => [...seen].filter(([node, was]) => stateOf(node) !== was));
  const names = changed.map(([{ name }]) => name || 'input');
  return [...new Set(names)].slice(0, MAX_TRACE_CAUSES);
}

function stateOf(node: Node): number | Box | null {
  if (node.kind === 'doc') return node.version();
  return node.kind === 'derived' ? node.last : null;
}
