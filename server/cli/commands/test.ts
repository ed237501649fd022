/** `patternbox test FILE…`: runs pattern tests. */
import path from 'node:path';
import { Command } from 'commander';
import pLimit from 'p-limit';
import { createDiskFileSource, createEngine } from '../../engine/index.ts';
import { testsNotFound } from '../../protocol/index.ts';
import { showTests, testsAsJunit, testsAsSarif } from '../../show/index.ts';
import { runTestFile, totalsOf } from '../../testing/index.ts';
import type { TestResult } from '../../testing/index.ts';
import type { CommandContext } from '../context.ts';
import { collectFiles, testFile } from '../files.ts';
import { withInterrupt } from '../interrupt.ts';
import { addManyFilesOptions, jobsOf, reporterOf, shardOf } from '../many-files.ts';
import type { ManyFilesOptions, Reporter } from '../many-files.ts';
import { UsageError } from '../options.ts';
import { exitCodes } from '../output.ts';
import { addRunningOptions, runRequest } from '../running-options.ts';
import type { RunningOptions } from '../running-options.ts';
import { commandWords } from '../../protocol/messages/command-words.ts';

type TestOptions = RunningOptions & ManyFilesOptions;

/** Makes the command. */
export function testCommand(context: CommandContext): Command {
  const command = new Command('test')
    .description(commandWords.test)
    .argument('<path...>', commandWords.testFiles);
  return addManyFilesOptions(addRunningOptions(command)).action(
    async (named: string[], options: TestOptions) => runTests(context, named, options),
  );
}

async function runTests(
  { cwd, distDir, output, finish }: CommandContext,
  named: readonly string[],
  options: TestOptions,
): Promise<void> {
  const all = collectFiles(cwd, named, testFile);
  if (all.length === 0) throw new UsageError(testsNotFound({ what: named.join(', ') }));
  const files = shardOf(all, options);
  const jobs = jobsOf(options);
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
    output.print(draw[reporterOf(options)](result, output.color));
    finish(result.success ? exitCodes.good : exitCodes.failed);
  } finally {
    await engine.dispose();
  }
}

const draw: Readonly<Record<Reporter, (result: TestResult, color: boolean) => string>> = {
  json: (result) => JSON.stringify(result, null, 2),
  junit: testsAsJunit,
  sarif: testsAsSarif,
  pretty: (result, color) => showTests(result, { color }),
};
