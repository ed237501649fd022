/** `patternbox test FILE…`: runs pattern tests. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Command, Option } from 'commander';
import pLimit from 'p-limit';
import { createDiskFileSource, createEngine } from '../../engine/index.ts';
import { testsNotFound } from '../../protocol/index.ts';
import { showTests } from '../../show/index.ts';
import { runTestFile, totalsOf } from '../../testing/index.ts';
import type { CommandContext } from '../context.ts';
import { collectFiles, testFile } from '../files.ts';
import { withInterrupt } from '../interrupt.ts';
import { parseJobs, parseShard, UsageError } from '../options.ts';
import type { Shard } from '../options.ts';
import { exitCodes } from '../output.ts';
import { addRunningOptions, runRequest } from '../running-options.ts';
import type { RunningOptions } from '../running-options.ts';

interface TestOptions extends RunningOptions {
  readonly jobs?: number;
  readonly shard?: Shard;
}

/** Makes the command. */
export function testCommand(context: CommandContext): Command {
  const command = new Command('test')
    .description('run pattern tests')
    .argument('<path...>', 'test files, or folders to look for *.test.ts and *.test.tsx in')
    .addOption(new Option('--jobs <n>', 'files at the same time').argParser(parseJobs))
    .addOption(
      new Option('--shard <i/n>', 'run only the i-th of n parts of the files').argParser(
        parseShard,
      ),
    );
  return addRunningOptions(command).action(async (named: string[], options: TestOptions) =>
    runTests(context, named, options),
  );
}

async function runTests(
  { cwd, distDir, output, finish }: CommandContext,
  named: readonly string[],
  options: TestOptions,
): Promise<void> {
  const all = collectFiles(cwd, named, testFile);
  if (all.length === 0) throw new UsageError(testsNotFound({ what: named.join(', ') }));
  const { index, count } = options.shard ?? { index: 1, count: 1 };
  const files = all.filter((_, at) => at % count === index - 1);
  const jobs = options.jobs ?? availableParallelism();
  const engine = createEngine({ files: createDiskFileSource(), distDir, spares: jobs });
  try {
    const result = await withInterrupt((signal) => {
      const limit = pLimit(jobs);
      const root = options.root === undefined ? undefined : path.resolve(cwd, options.root);
      const run = async (file: string) => {
        return runTestFile(engine, file, runRequest(cwd, file, options, root), { signal });
      };
      return Promise.all(files.map((file) => limit(run, file))).then(totalsOf);
    });
    if (options.json) output.print(JSON.stringify(result, null, 2));
    else output.print(showTests(result, { color: output.color }));
    finish(result.success ? exitCodes.good : exitCodes.failed);
  } finally {
    await engine.dispose();
  }
}
