/** Reads memory and CPU time of another process, by whatever this system offers. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseProc, parsePs } from './usage-text.ts';
import type { Sample } from './usage-text.ts';

export interface Sampler {
  /** Time between samples that this way of reading can bear, in milliseconds. */
  readonly intervalMs: number;
  /** Calls back with the usage of the process, or with null once it cannot be read. */
  readonly sample: (pid: number, onSample: (sample: Sample | null) => void) => void;
}

const LINUX_INTERVAL_MS = 20;
const PS_INTERVAL_MS = 250;

const linux: Sampler = {
  intervalMs: LINUX_INTERVAL_MS,
  sample: (pid, onSample) => {
    let sample: Sample | null = null;
    try {
      sample = parseProc(
        readFileSync(`/proc/${pid}/stat`, 'latin1'),
        readFileSync(`/proc/${pid}/status`, 'latin1'),
      );
    } catch {
      // The process has ended between two samples.
    }
    onSample(sample);
  },
};

const ps: Sampler = {
  intervalMs: PS_INTERVAL_MS,
  sample: (pid, onSample) => {
    execFile('/bin/ps', ['-o', 'rss=,time=', '-p', `${pid}`], (error, stdout) =>
      onSample(error ? null : parsePs(stdout)),
    );
  },
};

/** The sampler for this system; null where there is none (Windows). */
export const sampler: Sampler | null =
  process.platform === 'linux' ? linux : process.platform === 'win32' ? null : ps;
