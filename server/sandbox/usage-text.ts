/** What a process uses, from the texts in which systems tell it. */

export interface Sample {
  readonly memoryMb: number;
  readonly cpuMs: number;
  /** Whether it waits for something other than the processor; absent where that cannot be told. */
  readonly waits?: boolean;
}

/** Kernel time is counted in ticks of 10 ms on every Linux that Node.js runs on. */
const TICK_MS = 10;

/** Usage from the texts of /proc/PID/stat and /proc/PID/status. */
export function parseProc(stat: string, status: string): Sample | null {
  // The command's name stands in parentheses and may hold anything, blanks too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  const resident = /^VmRSS:\s+(\d+) kB$/mu.exec(status);
  if (!Number.isFinite(user + system) || !resident) return null;
  const waits = fields[0] !== 'R';
  return { memoryMb: Number(resident[1]) / 1024, cpuMs: (user + system) * TICK_MS, waits };
}

/** Usage from `ps -o rss=,time=`: kilobytes and [[days-]hours:]minutes:seconds[.fraction]. */
export function parsePs(line: string): Sample | null {
  const match = /^\s*(\d+)\s+(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)\s*$/u.exec(line);
  if (!match) return null;
  const parts = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  const [kilobytes = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const whole = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return { memoryMb: kilobytes / 1024, cpuMs: whole * 1000 };
}
