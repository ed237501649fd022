/**
 * Computed values. Each is live from its creation: an effect re-evaluates it when something it read
 * has changed, and a result that is deeply equal to the last one is not passed on.
 */
import { computed, effect } from 'alien-signals';
import type { Origin } from '../../protocol/wire.ts';
import type { RunState } from '../run-state.ts';
import { storedEqual } from '../store/equality.ts';
import type { Box, Derived, Doc, Node } from '../store/nodes.ts';
import { toStored } from '../store/to-stored.ts';
import { rollBack } from '../store/write.ts';
import { makeCause, nextCause, registerOwn } from './causes.ts';
import { noteCycle } from './findings.ts';
import { makeFrame, withFrame, type Frame } from './frames.ts';
import type { Lifetime } from './lifetime.ts';
import { traceEvaluation } from './trace.ts';

interface DerivedOptions {
  readonly name: string;
  readonly origin: Origin | null;
  /** Called in a computation's frame; gives a value of the guest, or stored data. */
  readonly compute: () => unknown;
  /** Sees how an evaluation ended; gives true to answer for a throw itself. */
  /** It is the runtime's own, and not an author's. */
  readonly internal?: boolean;
  /** It is evaluated only when it is asked for. */
  readonly lazy?: boolean;
  readonly observe?: (frame: Frame, outcome: Outcome) => boolean;
}

/** What a callback gave, or threw. */
export interface Outcome {
  readonly failed: boolean;
  readonly value: unknown;
}

/** What the last evaluation read, when tracing. */
interface Memory {
  seen: Map<Node, unknown> | null;
}

/** Whom an evaluation works for. */
interface Owner {
  readonly lifetime: Lifetime;
  readonly cause: string | null;
  readonly memory: Memory;
}

const NOTHING: Box = Object.freeze({ value: undefined });

/** Makes a computed value that belongs to the current lifetime and starts at the next settle. */
export function makeDerived(run: RunState, options: DerivedOptions): Derived {
  const derived = makeIdle(run, options);
  keepLive(run, derived, options.internal ? undefined : options.compute);
  return derived;
}

/** Makes a computed value that runs only when it is read, until it is kept live. */
export function makeIdle(run: RunState, options: DerivedOptions): Derived {
  const { lifetime } = run.frame;
  let children: Lifetime | null = null;
  const memory: Memory = { seen: null };
  const cause = nextCause(run, options.name, options.origin);
  const pull = computed<Box>((last) => {
    children?.end();
    children = lifetime.branch();
    const owner: Owner = { lifetime: children, cause, memory };
    return evaluate(run, derived, options, owner, last ?? NOTHING);
  });
  const derived: Derived = {
    kind: 'derived',
    name: options.name,
    origin: options.origin,
    pull: () => {
      if (derived.busy) noteCycle(run, derived);
      return derived.busy ? derived.last : pull();
    },
    lazy: options.lazy ?? false,
    busy: false,
    last: NOTHING,
  };
  registerOwn(run, cause, derived);
  return derived;
}

/** Starts the effect that keeps a computed value current, in order of creation; rule 14, 15. */
export function keepLive(
  run: RunState,
  derived: Derived,
  compute: (() => unknown) | undefined,
): void {
  const { lifetime } = run.frame;
  let ended = false;
  lifetime.onEnd(() => {
    ended = true;
    run.waiting.delete(derived);
    run.live.delete(derived);
  });
  run.fresh.push(() => {
    if (ended) return;
    if (compute !== undefined) run.live.set(derived, compute);
    lifetime.onEnd(effect(() => void derived.pull()));
  });
}

function evaluate(
  run: RunState,
  derived: Derived,
  options: DerivedOptions,
  { lifetime, cause, memory }: Owner,
  last: Box,
): Box {
  const journal = new Map<Doc, unknown>();
  const origin = derived.origin ?? run.frame.origin;
  const frame = makeFrame('compute', lifetime, origin, journal, makeCause(cause));
  const traced = traceEvaluation(run, derived, memory.seen);
  if (traced !== null) frame.seen = memory.seen = new Map();
  derived.busy = true;
  try {
    const value = withFrame(run, frame, () => {
      const result = options.compute();
      options.observe?.(frame, { failed: false, value: result });
      return toStored(run, result, 'derived', derived.name);
    });
    run.waiting.delete(derived);
    const same = last !== NOTHING && storedEqual(last.value, value);
    traced?.end(same ? 'same' : 'value', value);
    if (same) return last;
    derived.last = Object.freeze({ value });
  } catch (thrown) {
    rollBack(run, journal);
    traced?.end('failed', undefined);
    if (options.observe?.(frame, { failed: true, value: thrown }) === true) return last;
    fail(run, derived, frame, thrown);
    if (last.value === undefined) return last;
    derived.last = NOTHING;
  } finally {
    derived.busy = false;
  }
  return derived.last;
}

/**
 * Whether what was missing may still arrive. What was called on an object that is there will not:
 * data has no methods of its own.
 */
function isWaiting(missing: NonNullable<Frame['missing']>, thrown: TypeError): boolean {
  if (missing.optional) return false;
  const message: unknown = Object.getOwnPropertyDescriptor(thrown, 'message')?.value;
  const isCall = typeof message === 'string' && / is not a function$/.test(message);
  return !isCall || !missing.label.includes('.');
}

/** A TypeError after reading a value that has not arrived means "waiting"; decision 19. */
function fail(run: RunState, derived: Derived, frame: Frame, thrown: unknown): void {
  const { missing } = frame;
  const { origin } = derived;
  if (thrown instanceof TypeError && missing !== null && isWaiting(missing, thrown)) {
    run.waiting.set(derived, { origin: frame.origin, for: missing.label, thrown });
    return;
  }
  run.waiting.delete(derived);
  run.powers.onFailure({
    phase: 'computation',
    thrown,
    origin: origin ?? frame.origin,
    stream: null,
  });
}
