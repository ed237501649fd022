/** `patternbox check FILE…`: static checks only; runs nothing. */
import path from 'node:path';
import { Command } from 'commander';
import { checksAsJunit, checksAsSarif, showDiagnostics } from '../../show/index.ts';
import type { CheckedFiles } from '../answers.ts';
import { checkInThreads } from '../check-threads.ts';
import type { CommandContext } from '../context.ts';
import { collectFiles } from '../files.ts';
import { addManyFilesOptions, jobsOf, reporterOf, shardOf } from '../many-files.ts';
import type { ManyFilesOptions, Reporter } from '../many-files.ts';
import { exitCodes } from '../output.ts';
import { commandWords } from '../../protocol/messages/command-words.ts';

interface CheckOptions extends ManyFilesOptions {
  readonly root?: string;
}

/** Makes the command. */
export function checkCommand(context: CommandContext): Command {
  const command = new Command('check')
    .description(commandWords.check)
    .argument('<path...>', commandWords.patternFiles)
    .option('--json', commandWords.json)
    .option('--root <dir>', commandWords.root);
  return addManyFilesOptions(command).action(async (named: string[], options: CheckOptions) =>
    check(context, named, options),
  );
}

async function check(
  context: CommandContext,
  named: readonly string[],
  options: CheckOptions,
): Promise<void> {
  const { cwd, distDir, output } = context;
  const files = shardOf(collectFiles(cwd, named), options);
  const root = options.root === undefined ? undefined : path.resolve(cwd, options.root);
  const checked = await checkInThreads(files, root, jobsOf(options), distDir);
  output.print(draw[reporterOf(options)](checked, output.color));
  context.finish(checked.success ? exitCodes.good : exitCodes.failed);
}

const draw: Readonly<Record<Reporter, (checked: CheckedFiles, color: boolean) => string>> = {
  json: (checked) => JSON.stringify(checked, null, 2),
  junit: ({ files }) => checksAsJunit(files),
  sarif: ({ files }) => checksAsSarif(files),
  pretty: ({ files }, color) =>
    showDiagnostics(
      files.flatMap(({ diagnostics }) => diagnostics),
      { color, files: files.length },
    ),
};
