/** Watches what one process uses while it is at work. */
import type { RunLimits } from '../protocol/settings.ts';
import type { Sampler } from './usage-sampler.ts';
import type { Sample } from './usage-text.ts';

export interface Exceeded {
  readonly kind: 'cpu' | 'memory';
  readonly used: number;
}

export interface Watchdog {
  /** Starts watching one command; calls back at most once. */
  readonly start: (onExceeded: (exceeded: Exceeded) => void) => void;
  readonly stop: () => void;
  /** Largest memory beyond that of the idle process, in megabytes. */
  readonly peakMb: () => number;
  /** CPU time since the process became this run's. */
  readonly cpuMs: () => number;
  /** Whether this share of the limit is used and memory has lately been growing. */
  readonly isFilling: (share: number) => boolean;
}

/** Growth that counts as filling: a new peak within this time. */
const FILLING_MS = 1000;

/** Makes the watchdog of a process that is idle now. */
export function makeWatchdog(pid: number, limits: RunLimits, sampler: Sampler | null): Watchdog {
  let idle: Sample | null = null;
  let commandCpuMs = 0;
  let cpuMs = 0;
  let peakMb = 0;
  let peakAt = 0;
  let timer: NodeJS.Timeout | undefined;

  const take = (onSample: (sample: Sample) => void): void => {
    sampler?.sample(pid, (sample) => {
      if (sample) onSample(sample);
    });
  };

  const record = (sample: Sample): number => {
    idle ??= sample;
    cpuMs = sample.cpuMs - idle.cpuMs;
    const usedMb = sample.memoryMb - idle.memoryMb;
    if (usedMb > peakMb) {
      peakMb = usedMb;
      peakAt = performance.now();
    }
    return usedMb;
  };

  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };

  return Object.freeze<Watchdog>({
    start: (onExceeded) => {
      if (!sampler) return;
      take((sample) => {
        record(sample);
        commandCpuMs = cpuMs;
      });
      const check = (sample: Sample): void => {
        const usedMb = record(sample);
        const usedCpuMs = cpuMs - commandCpuMs;
        if (timer === undefined) return;
        if (usedMb > limits.memoryMb) {
          stop();
          onExceeded({ kind: 'memory', used: usedMb });
        } else if (usedCpuMs > limits.cpuTimeoutMs) {
          stop();
          onExceeded({ kind: 'cpu', used: usedCpuMs });
        }
      };
      timer = setInterval(() => take(check), sampler.intervalMs);
    },
    stop: () => {
      if (timer !== undefined) take(record);
      stop();
    },
    peakMb: () => peakMb,
    cpuMs: () => cpuMs,
    isFilling: (share) =>
      peakMb >= limits.memoryMb * share && performance.now() - peakAt < FILLING_MS,
  });
}
