import type { EndReason } from '../protocol/end.ts';
import type { SandboxRun } from './api.ts';

/** A run that was cancelled before it had a process. */
export function cancelledRun(): SandboxRun {
  const reason: EndReason = { kind: 'cancelled' };
  return Object.freeze<SandboxRun>({
    snapshot: null,
    ended: reason,
    end: Promise.resolve(reason),
    send: () => Promise.resolve(null),
    advance: () => Promise.resolve(null),
    read: () => Promise.resolve(undefined),
    close: () => undefined,
    usage: () => ({ executionTimeMs: 0, cpuTimeMs: 0, memoryUsedMb: 0, outputBytes: 0 }),
  });
}
