/** Many runs on one server: what it holds must not grow. Linux, where this can be read. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { trivial } from './samples.ts';
import type { Scene } from './measures.ts';
import { startServe } from './serve-client.ts';

export interface Holding {
  readonly run: number;
  readonly memoryMb: number;
  readonly descriptors: number;
  readonly temporaryFiles: number;
}

export interface SoakReport {
  readonly runs: number;
  readonly failed: number;
  readonly samples: readonly Holding[];
  /** Whether nothing grew from the first half to the end. */
  readonly flat: boolean;
}

/** Growth that is noise: the collector decides when it collects. */
const SLACK = { memoryMb: 24, descriptors: 16, temporaryFiles: 0 } as const;

function holding(pid: number, temporary: string, run: number): Holding {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const resident = /^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1];
  return {
    run,
    memoryMb: Math.round(Number(resident) / 1024),
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
    temporaryFiles: readdirSync(temporary).length,
  };
}

/** Runs a pattern so many times, one after the other. */
export async function soak(scene: Scene, runs: number): Promise<SoakReport> {
  writeFileSync(path.join(scene.folder, 'soak.tsx'), trivial);
  const temporary = path.join(scene.folder, 'tmp');
  mkdirSync(temporary);
  const client = startServe(path.join(scene.distDir, 'cli.js'), scene.folder, temporary);
  const samples: Holding[] = [];
  const every = Math.max(1, Math.floor(runs / 10));
  let failed = 0;
  try {
    for (let run = 1; run <= runs; run++) {
      const { success } = await client.ask({ command: 'run', file: 'soak.tsx' });
      if (success !== true) failed += 1;
      if (run % every === 0) samples.push(holding(client.pid, temporary, run));
    }
  } finally {
    await client.end();
  }
  const middle = samples[Math.floor(samples.length / 2)];
  const last = samples.at(-1);
  const grew = (['memoryMb', 'descriptors', 'temporaryFiles'] as const).some(
    (name) => (last?.[name] ?? 0) - (middle?.[name] ?? 0) > SLACK[name],
  );
  return { runs, failed, samples, flat: !grew && failed === 0 };
}
