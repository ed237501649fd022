/** Tells from how a process ended by itself why it did: exit status first, never a pattern's text. */
import type { EndReason } from '../protocol/end.ts';
import type { RunLimits } from '../protocol/settings.ts';
import type { ExitStatus } from './process.ts';

/** What V8 writes before it aborts; a pattern cannot write to this stream. */
const OUT_OF_MEMORY =
  /FATAL ERROR: .*(?:heap limit|Ineffective mark-compacts|Allocation failed|out of memory)/u;
const ABORTED = 134;

/** The reason for an end that nobody asked for. */
export function reasonOf(
  { code, signal, stderr }: ExitStatus,
  limits: RunLimits,
  usedMb: number,
): EndReason {
  if (OUT_OF_MEMORY.test(stderr) && (signal !== null || code === ABORTED || code !== 0)) {
    const limit = { name: 'run.memory', value: limits.memoryMb, used: Math.round(usedMb) };
    return { kind: 'memory', limit };
  }
  if (signal === 'SIGXCPU') {
    const limit = { name: 'run.cpuTimeout', value: limits.cpuTimeoutMs, used: limits.cpuTimeoutMs };
    return { kind: 'cpu', limit };
  }
  return {
    kind: 'crashed',
    detail: signal === null ? `exit code ${code ?? -1}` : `signal ${signal}`,
  };
}
