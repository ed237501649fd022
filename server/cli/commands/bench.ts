/** `patternbox bench`: what runs cost on this machine, as times and as ratios within one run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command, Option } from 'commander';
import { outOfBounds } from '../../protocol/index.ts';
import { coldRuns, starts, warmRuns } from '../bench/measures.ts';
import type { Figure } from '../bench/measures.ts';
import { soak } from '../bench/soak.ts';
import type { SoakReport } from '../bench/soak.ts';
import type { CommandContext } from '../context.ts';
import { UsageError } from '../options.ts';
import { exitCodes } from '../output.ts';
import { commandWords } from '../../protocol/messages/command-words.ts';

interface BenchOptions {
  readonly json?: true;
  readonly soak?: number;
  readonly samples?: number;
}

const within = (option: string, minimum: number, maximum: number) => (value: string) => {
  const count = /^\d{1,7}$/.test(value) ? Number(value) : NaN;
  if (count >= minimum && count <= maximum) return count;
  throw new UsageError(outOfBounds({ option, value, minimum, maximum, unit: 'runs' }));
};

/** Makes the command. */
export function benchCommand(context: CommandContext): Command {
  return new Command('bench')
    .description(commandWords.bench)
    .option('--json', commandWords.json)
    .addOption(
      new Option('--samples <n>', commandWords.samples).argParser(within('--samples', 4, 1000)),
    )
    .addOption(
      new Option('--soak <n>', commandWords.soak).argParser(within('--soak', 10, 1_000_000)),
    )
    .action(async (options: BenchOptions) => bench(context, options));
}

async function bench(context: CommandContext, options: BenchOptions): Promise<void> {
  const { distDir, output } = context;
  const folder = mkdtempSync(path.join(tmpdir(), 'patternbox-bench-'));
  writeFileSync(path.join(folder, 'package.json'), '{}');
  const scene = { folder, distDir };
  const print = (text: string): void => output.print(text);
  try {
    if (options.soak !== undefined) {
      const report = await soak(scene, options.soak);
      print(options.json ? JSON.stringify(report, null, 2) : showSoak(report));
      context.finish(report.flat ? exitCodes.good : exitCodes.failed);
      return;
    }
    const count = options.samples ?? 40;
    const few = Math.max(3, Math.ceil(count / 4));
    const figures = [
      ...(await coldRuns(scene, few)),
      ...(await starts(scene, few)),
      ...(await warmRuns(scene, count)),
    ];
    const about = { node: process.version, platform: process.platform, figures };
    print(options.json ? JSON.stringify(about, null, 2) : figures.map(showFigure).join('\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function showFigure({ name, value, unit, minimum, bound }: Figure): string {
  const least = minimum === undefined ? '' : `, least ${minimum}`;
  const wanted = bound === undefined ? '' : commandWords.benchBound(bound);
  return `${name}: ${value} ${unit}${least}${wanted}`;
}

function showSoak({ runs, failed, samples, flat }: SoakReport): string {
  const lines = samples.map(({ run, memoryMb, descriptors, temporaryFiles }) =>
    commandWords.soakSample(run, memoryMb, descriptors, temporaryFiles),
  );
  return [...lines, commandWords.soakEnd(runs, failed, flat)].join('\n');
}
