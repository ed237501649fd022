import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awaitLastWords } from '../../../server/sandbox/last-words.ts';
import type { Sampler } from '../../../server/sandbox/usage-sampler.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A sampler whose process gets `share` of a core from now on. */
function processWith(share: number): Sampler {
  const from = performance.now();
  const cpuMs = (): number => (performance.now() - from) * share;
  return { intervalMs: 20, sample: (_pid, report) => report({ cpuMs: cpuMs(), memoryMb: 50 }) };
}

/** After how many milliseconds the process is given up. */
function silenceAfter(sampler: Sampler | null): number | null {
  const startedAt = performance.now();
  let silentAt: number | null = null;
  const onSilence = (): void => void (silentAt ??= performance.now() - startedAt);
  awaitLastWords({ pid: 1, graceMs: 200, sampler, remind: () => undefined, onSilence });
  vi.advanceTimersByTime(5000);
  return silentAt;
}

test('a process that was at work all the time has its grace and no more', () => {
  expect(silenceAfter(processWith(1))).toBe(200);
});

test('a starved process has until it had its share of CPU time', () => {
  const after = silenceAfter(processWith(0.3));
  expect(after).toBeGreaterThan(400);
  expect(after).toBeLessThan(1000);
});

test('a process that gets nothing at all is given up in the end', () => {
  expect(silenceAfter(processWith(0))).toBe(3000);
});

test('a process that waits for something else is not starved', () => {
  const waiting: Sampler = {
    intervalMs: 20,
    sample: (_pid, report) => report({ cpuMs: 0, memoryMb: 50, waits: true }),
  };
  expect(silenceAfter(waiting)).toBe(200);
});

test('where nothing can be sampled, the grace is wall time', () => {
  expect(silenceAfter(null)).toBe(200);
});

test('a process that has gone is given up at its grace', () => {
  const gone: Sampler = { intervalMs: 20, sample: (_pid, report) => report(null) };
  expect(silenceAfter(gone)).toBe(200);
});

test('the process is reminded while there is hope, and left alone afterwards', () => {
  const remind = vi.fn();
  const waiting = {
    pid: 1,
    graceMs: 200,
    sampler: processWith(1),
    remind,
    onSilence: () => undefined,
  };
  awaitLastWords(waiting);
  vi.advanceTimersByTime(5000);
  expect(remind.mock.calls.length).toBeGreaterThan(4);
  expect(remind.mock.calls.length).toBeLessThan(10);
});

test('nothing happens after the waiting was stopped', () => {
  const [remind, onSilence] = [vi.fn(), vi.fn()];
  awaitLastWords({ pid: 1, graceMs: 200, sampler: processWith(0), remind, onSilence })();
  vi.advanceTimersByTime(5000);
  expect(remind).not.toHaveBeenCalled();
  expect(onSilence).not.toHaveBeenCalled();
});
