/** What `patternbox bench` measures, each as ratios within one run where that is possible. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { measureStarts } from '../../engine/index.ts';
import { loops, ofLines, reactive, results, trivial } from './samples.ts';
import { startServe } from './serve-client.ts';
import type { ServeClient } from './serve-client.ts';
import { commandWords } from '../../protocol/messages/command-words.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | '×' | 'ms/100 lines';
  /** What the design asks for; absent where it says nothing. */
  readonly bound?: number;
  /** The best of the samples. */
  readonly minimum?: number;
}

export interface Scene {
  /** A folder for the patterns. */
  readonly folder: string;
  readonly distDir: string;
}

export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

const least = (samples: readonly number[]): number => Math.min(...samples);
const round = (value: number): number => Math.round(value * 100) / 100;

function figure(name: string, samples: readonly number[], bound?: number): Figure {
  const value = round(median(samples));
  const minimum = round(least(samples));
  return { name, value, unit: 'ms', minimum, ...(bound === undefined ? {} : { bound }) };
}

/** The least of each: what else the machine does can only make a sample longer. */
function ratio(
  name: string,
  over: readonly number[],
  under: readonly number[],
  bound?: number,
): Figure {
  const value = round(least(over) / least(under));
  return { name, value, unit: '×', ...(bound === undefined ? {} : { bound }) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function spawned(args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: 'ignore' });
    child.once('error', reject);
    child.once('close', () => resolve());
  });
}

/** A whole run of the command line, against Node.js doing nothing. */
export async function coldRuns({ folder, distDir }: Scene, count: number): Promise<Figure[]> {
  writeFileSync(path.join(folder, 'cold.tsx'), trivial);
  const [runs, nothing]: [number[], number[]] = [[], []];
  for (let round = 0; round < count; round++) {
    const cli = path.join(distDir, 'cli.js');
    runs.push(await timed(() => spawned([cli, 'run', 'cold.tsx', '--json'], folder)));
    nothing.push(await timed(() => spawned(['-e', '0'], folder)));
  }
  return [figure('cold `run`', runs), ratio('cold `run` / `node -e 0`', runs, nothing)];
}

/** From start to proof. */
export async function starts({ distDir }: Scene, count: number): Promise<Figure[]> {
  const times = await measureStarts(path.join(distDir, 'sandbox'), count);
  const { bare = [], ...wrapped } = times;
  return [
    figure(commandWords.benchStart, bare),
    ...Object.entries(wrapped).map(([name, samples]) =>
      ratio(commandWords.benchStartIn(name), samples, bare),
    ),
  ];
}

/** A slow machine starts two sandbox processes in that time. */
const REFILL_MS = 400;

/** Rounds before the first sample: a server in an editor has run and compiled for a while already. */
const WARM_UP = 20;
const COMPILE_WARM_UP = 60;

/** Everything that is measured on one warm server. */
export async function warmRuns(scene: Scene, count: number): Promise<Figure[]> {
  const { folder } = scene;
  const client = startServe(path.join(scene.distDir, 'cli.js'), folder);
  try {
    return [
      await trivialRuns(client, folder, count),
      ...(await compileTimes(client, folder, count)),
      ...(await ratios(client, folder, Math.ceil(count / 4))),
    ];
  } finally {
    await client.end();
  }
}

async function trivialRuns(client: ServeClient, folder: string, count: number): Promise<Figure> {
  const samples: number[] = [];
  for (let round = -WARM_UP; round < count; round++) {
    writeFileSync(path.join(folder, 'warm.tsx'), `${trivial}// ${round}\n`);
    const took = await timed(() => client.ask({ command: 'run', file: 'warm.tsx' }));
    if (round >= 0) samples.push(took);
    // An author does not run at once again: the pool has time to refill.
    await new Promise((resolve) => setTimeout(resolve, REFILL_MS));
  }
  return figure(commandWords.benchWarm, samples, 15);
}

async function compileTimes(client: ServeClient, folder: string, count: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const lines of [50, 200, 800]) {
    const samples: number[] = [];
    for (let round = -COMPILE_WARM_UP; round < count; round++) {
      writeFileSync(path.join(folder, 'lines.tsx'), ofLines(lines, round));
      const took = await timed(() => client.ask({ command: 'check', files: ['lines.tsx'] }));
      if (round >= 0) samples.push(took);
    }
    figures.push(figure(commandWords.benchCheck(lines), samples, lines === 200 ? 30 : undefined));
  }
  return figures;
}

/** Time at work in the sandbox, as the run itself reports it. */
async function executionOf(client: ServeClient, request: object): Promise<number> {
  const answer = await client.ask({ command: 'run', ...request });
  if (answer['success'] !== true)
    throw new Error(commandWords.sampleFailed(JSON.stringify(answer)));
  return (answer['usage'] as { executionTimeMs: number }).executionTimeMs;
}

async function ratios(client: ServeClient, folder: string, count: number): Promise<Figure[]> {
  const texts = { ...loops, reactive, ...results };
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(path.join(folder, `${name}.tsx`), text);
  }
  const times: Record<string, number[]> = {};
  const take = async (name: string, request: object): Promise<void> => {
    (times[name] ??= []).push(await executionOf(client, request));
  };
  for (let round = 0; round < count; round++) {
    for (const name of Object.keys(texts)) await take(name, { file: `${name}.tsx` });
    await take('traced', { file: 'reactive.tsx', debug: true });
  }
  const of = (name: string): number[] => times[name] ?? [];
  return [
    ratio(commandWords.benchLoop, of('checked'), of('bare'), 1.3),
    ratio(commandWords.benchTrace, of('traced'), of('reactive')),
    ratio(commandWords.benchResult, of('large'), of('small')),
  ];
}
