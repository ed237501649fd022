/** `patternbox check FILE…`: static checks only; runs nothing. */
import path from 'node:path';
import { Command } from 'commander';
import { createDiskFileSource, createEngine } from '../../engine/index.ts';
import type { CheckResult } from '../../engine/index.ts';
import { showDiagnostics } from '../../show/index.ts';
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
  const checked: CheckResult[] = [];
  try {
    for (const file of files) checked.push(await engine.check(file, root));
  } finally {
    await engine.dispose();
  }
  const success = !checked.some(hasError);
  if (options.json) {
    const shown = checked.map(({ file, diagnostics }) => ({ file, diagnostics }));
    output.print(JSON.stringify({ success, files: shown }, null, 2));
  } else {
    const diagnostics = checked.flatMap((result) => result.diagnostics);
    output.print(showDiagnostics(diagnostics, { color: output.color, files: files.length }));
  }
  context.finish(success ? exitCodes.good : exitCodes.failed);
}

function hasError({ diagnostics }: CheckResult): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
