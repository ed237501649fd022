/** Tells from how a process ended by itself why it did: exit status first, never a pattern's text. */
import type { EndReason } from '../protocol/end.ts';
import type { RunLimits } from '../protocol/settings.ts';
import type { ExitStatus } from './process.ts';
import { faultWords } from '../protocol/messages/fault-words.ts';

/** What V8 writes before it aborts; a pattern cannot write to this stream. */
const OUT_OF_MEMORY =
  /FATAL ERROR: .*(?:heap limit|Ineffective mark-compacts|Allocation failed|out of memory)|^# Fatal (?:process|JavaScript) out of memory|^terminate called .*bad_alloc/mu;
/** How a process ends that gets no memory, or that the system chooses when there is none left. */
const DEADLY: ReadonlySet<unknown> = new Set([
  ...['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGSEGV', 'SIGBUS', 'SIGKILL'],
  // The same, told by a shell or by Node.js.
  ...[5, 132, 133, 134, 135, 137, 139],
]);

/** What was known of the process just before its end. */
export interface LastLook {
  readonly usedMb: number;
  /** It was at its limit of memory, or was growing towards it. */
  readonly filling: boolean;
}

/** The reason for an end that nobody asked for. */
export function reasonOf(
  { code, signal, stderr }: ExitStatus,
  limits: RunLimits,
  { usedMb, filling }: LastLook,
): EndReason {
  // An error that nobody caught ends the process with 1, and its text may be a pattern's.
  const abnormal = signal !== null || (code !== 0 && code !== 1);
  if (abnormal && (OUT_OF_MEMORY.test(stderr) || (filling && DEADLY.has(signal ?? code)))) {
    const limit = { name: 'run.memory', value: limits.memoryMb, used: Math.round(usedMb) };
    return { kind: 'memory', limit };
  }
  if (signal === 'SIGXCPU') {
    const limit = { name: 'run.cpuTimeout', value: limits.cpuTimeoutMs, used: limits.cpuTimeoutMs };
    return { kind: 'cpu', limit };
  }
  return {
    kind: 'crashed',
    detail: signal === null ? faultWords.exitCode(code ?? -1) : faultWords.signal(signal),
  };
}
