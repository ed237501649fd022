/** `patternbox check FILE…`: static checks only; runs nothing. */
import path from 'node:path';
import { Command } from 'commander';
import { createDiskFileSource, createEngine } from '../../engine/index.ts';
import { showDiagnostics } from '../../show/index.ts';
import { checkFiles } from '../answers.ts';
import type { CommandContext } from '../context.ts';
import { collectFiles } from '../files.ts';
import { exitCodes } from '../output.ts';

interface CheckOptions {
  readonly json?: true;
  readonly root?: string;
}

/** Makes the command. */
export function checkCommand(context: CommandContext): Command {
  return new Command('check')
    .description('check patterns without running them')
    .argument('<path...>', 'pattern files, or folders to look for them in')
    .option('--json', 'print one JSON document and nothing else')
    .option('--root <dir>', 'folder that imports may not leave')
    .action(async (named: string[], options: CheckOptions) => check(context, named, options));
}

async function check(
  context: CommandContext,
  named: readonly string[],
  options: CheckOptions,
): Promise<void> {
  const { cwd, distDir, output } = context;
  const files = collectFiles(cwd, named);
  const root = options.root === undefined ? undefined : path.resolve(cwd, options.root);
  const engine = createEngine({ files: createDiskFileSource(), distDir, spares: 0 });
  try {
    const checked = await checkFiles(engine, files, root);
    const diagnostics = checked.files.flatMap((file) => file.diagnostics);
    if (options.json) output.print(JSON.stringify(checked, null, 2));
    else output.print(showDiagnostics(diagnostics, { color: output.color, files: files.length }));
    context.finish(checked.success ? exitCodes.good : exitCodes.failed);
  } finally {
    await engine.dispose();
  }
}
