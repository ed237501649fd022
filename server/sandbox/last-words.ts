/**
 * How long a process that is over its limit may take to say where it was. The time is counted as
 * the process's own CPU time: on a machine with more to do than it can, a process that was given no
 * CPU has had no chance to speak yet. One that waits for something else will not speak later either.
 */
import type { Sampler } from './usage-sampler.ts';
import type { Sample } from './usage-text.ts';

/** However starved, a process is killed this long after its grace began. */
const LONGEST_MS = 3000;
/** Looks are at least this far apart. */
const SHORTEST_LOOK_MS = 20;
/** Time between reminders. */
const REMINDER_MS = 25;
/** A process that had this share of a core all the time is not starved. */
const FAIR_SHARE = 0.75;

/** What waiting for one process takes. */
export interface Waiting {
  readonly pid: number;
  readonly graceMs: number;
  readonly sampler: Sampler | null;
  /**
   * Asks the process once more to end its turn: in a loop that rejects promises a single request
   * sometimes comes to nothing; docs/decisions/0001 has the count.
   */
  readonly remind: () => void;
  readonly onSilence: () => void;
}

/** Calls back once the grace is used up; the returned function stops waiting. */
export function awaitLastWords({ pid, graceMs, sampler, remind, onSilence }: Waiting): () => void {
  const startedAt = performance.now();
  let stopped = false;
  let timer: NodeJS.Timeout;
  let cpuAtStart: number | null = null;

  const look = ({ cpuMs, waits = false }: Pick<Sample, 'cpuMs' | 'waits'>): void => {
    if (stopped) return;
    cpuAtStart ??= cpuMs;
    const had = cpuMs - cpuAtStart;
    const waited = performance.now() - startedAt;
    const starved = !waits && waited < LONGEST_MS && had < graceMs * FAIR_SHARE;
    if (waited < graceMs) wait(graceMs - waited);
    else if (starved) wait(graceMs - had);
    else giveUp();
  };
  const giveUp = (): void => {
    stop();
    onSilence();
  };
  const sample = (): void => {
    if (stopped) return;
    if (sampler === null) giveUp();
    else sampler.sample(pid, (found) => look(found ?? { cpuMs: Infinity }));
  };
  const wait = (ms: number): void => {
    const left = LONGEST_MS - (performance.now() - startedAt);
    timer = setTimeout(sample, Math.max(SHORTEST_LOOK_MS, Math.min(ms, left)));
  };

  sampler?.sample(pid, (found) => (cpuAtStart ??= found?.cpuMs ?? null));
  const reminders = setInterval(remind, REMINDER_MS);
  const stop = (): void => {
    stopped = true;
    clearTimeout(timer);
    clearInterval(reminders);
  };
  wait(graceMs);
  return stop;
}
