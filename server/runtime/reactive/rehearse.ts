/**
 * Computations must be idempotent: run again on the same state, they give and write the same. A
 * rehearsal runs each of them once more, compares, and takes everything back.
 */
import type { RunState } from '../run-state.ts';
import { sameOutcome } from '../store/equality.ts';
import type { Derived, Doc } from '../store/nodes.ts';
import { toStored } from '../store/to-stored.ts';
import { rollBack } from '../store/write.ts';
import { noteNonIdempotent } from './findings.ts';
import { makeFrame, withFrame } from './frames.ts';
import { makeLifetime } from './lifetime.ts';

/** Runs every live computation once more; what differs becomes a finding. */
export function rehearse(run: RunState): void {
  for (const [derived, compute] of [...run.live]) {
    const different = differs(run, derived, compute);
    if (different.length > 0) noteNonIdempotent(run, derived, different);
  }
}

/** What a second evaluation changes: the result, or documents that it writes. */
function differs(run: RunState, derived: Derived, compute: () => unknown): string[] {
  const before = derived.last.value;
  const journal = new Map<Doc, unknown>();
  const lifetime = makeLifetime();
  const frame = makeFrame('compute', lifetime, derived.origin, journal);
  const queued = run.queue.length;
  const started = run.fresh.length;
  try {
    const value = withFrame(run, frame, () => toStored(run, compute(), 'derived', derived.name));
    const written = [...journal].filter(([doc, old]) => !sameOutcome(old, doc.value));
    const names = written.map(([{ name }]) => name);
    return sameOutcome(before, value) ? names : [derived.name, ...names];
  } catch {
    // A throw is a failure, and was reported as one when it counted.
    return [];
  } finally {
    rollBack(run, journal);
    run.queue.length = queued;
    run.fresh.length = started;
    lifetime.end();
  }
}
