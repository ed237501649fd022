/**
 * The frame says how references answer: in a pattern body with further references, in a
 * computation with tracked values, in a handler with current ones.
 */
import { getActiveSub, setActiveSub } from 'alien-signals';
import type { Origin } from '../../protocol/wire.ts';
import type { RunState } from '../run-state.ts';
import type { Doc, Node } from '../store/nodes.ts';
import type { Cause } from './causes.ts';
import type { Lifetime } from './lifetime.ts';

export interface Frame {
  /** `late`: a handler that goes on after an `await`. */
  readonly kind: 'module' | 'pattern' | 'compute' | 'handler' | 'late';
  readonly origin: Origin | null;
  readonly lifetime: Lifetime;
  /** What a throw puts back: each document written here, with its value before. */
  readonly journal: Map<Doc, unknown> | null;
  /** How many reactive values a computation has read. */
  reads: number;
  /** The last reactive read that gave undefined. */
  missing: { readonly label: string; readonly optional: boolean } | null;
  /** What things made here are made for; null where nothing is shared with other participants. */
  readonly cause: Cause | null;
  /** When tracing: what a computation has read, and in which state. */
  seen: Map<Node, unknown> | null;
}

/** Makes a frame; the journal of an enclosing transaction is passed on by the caller. */
export function makeFrame(
  kind: Frame['kind'],
  lifetime: Lifetime,
  origin: Origin | null = null,
  journal: Map<Doc, unknown> | null = null,
  cause: Cause | null = null,
): Frame {
  return { kind, origin, lifetime, journal, cause, reads: 0, missing: null, seen: null };
}

/** In pattern bodies and module scope a reference stays a reference. */
export function keepsReferences(run: RunState): boolean {
  return run.frame.kind === 'pattern' || run.frame.kind === 'module';
}

/** Runs `body` in a frame. Only computations track what they read. */
export function withFrame<Result>(run: RunState, frame: Frame, body: () => Result): Result {
  const outer = run.frame;
  const subscriber = frame.kind === 'compute' ? getActiveSub() : undefined;
  const outerSubscriber = setActiveSub(subscriber);
  run.frame = frame;
  try {
    return body();
  } finally {
    run.frame = outer;
    setActiveSub(outerSubscriber);
  }
}

/** Reads without subscribing, and without counting as a read of the computation. */
export function untracked<Result>(run: RunState, body: () => Result): Result {
  const { frame } = run;
  const { reads, missing } = frame;
  const subscriber = setActiveSub(undefined);
  try {
    return body();
  } finally {
    setActiveSub(subscriber);
    frame.reads = reads;
    frame.missing = missing;
  }
}

/** Notes that a reactive read gave undefined, so that a TypeError after it means "waiting". */
export function noteMissing(run: RunState, label: string, optional: boolean): void {
  if (run.frame.kind === 'compute') run.frame.missing = { label, optional };
}
