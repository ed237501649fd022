/**
 * How long a process that is over its limit may take to say where it was. The time is counted as
 * the process's own CPU time: on a machine with more to do than it can, a process that was given no
 * CPU has had no chance to speak yet.
 */
import type { Sampler } from './usage-sampler.ts';

/** However starved, a process is killed this long after its grace began. */
const LONGEST_MS = 1000;
/** Looks are at least this far apart. */
const SHORTEST_LOOK_MS = 20;
/** A process that had this share of a core all the time is not starved. */
const FAIR_SHARE = 0.75;

/** Calls back once the grace is used up; the returned function stops waiting. */
export function awaitLastWords(
  pid: number,
  graceMs: number,
  sampler: Sampler | null,
  onSilence: () => void,
): () => void {
  const startedAt = performance.now();
  let stopped = false;
  let timer: NodeJS.Timeout;
  let cpuAtStart: number | null = null;

  const look = (cpuMs: number): void => {
    if (stopped) return;
    cpuAtStart ??= cpuMs;
    const had = cpuMs - cpuAtStart;
    const waited = performance.now() - startedAt;
    const starved = waited < LONGEST_MS && had < graceMs * FAIR_SHARE;
    if (waited < graceMs) wait(graceMs - waited);
    else if (starved) wait(graceMs - had);
    else onSilence();
  };
  const sample = (): void => {
    if (stopped) return;
    if (sampler === null) onSilence();
    else sampler.sample(pid, (found) => look(found?.cpuMs ?? Infinity));
  };
  const wait = (ms: number): void => {
    const left = LONGEST_MS - (performance.now() - startedAt);
    timer = setTimeout(sample, Math.max(SHORTEST_LOOK_MS, Math.min(ms, left)));
  };

  sampler?.sample(pid, (found) => (cpuAtStart ??= found?.cpuMs ?? null));
  wait(graceMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
