/** `patternbox run FILE`: runs one pattern in the sandbox and prints its result. */
import path from 'node:path';
import { Command } from 'commander';
import { createDiskFileSource, createEngine } from '../../engine/index.ts';
import { chromeTrace, showResult } from '../../show/index.ts';
import type { CommandContext } from '../context.ts';
import { resolveFile } from '../files.ts';
import { writeText } from '../options.ts';
import { exitCodes } from '../output.ts';
import { addRunningOptions, addSingleRunOptions, runRequest } from '../running-options.ts';
import type { RunningOptions } from '../running-options.ts';
import { withInterrupt } from '../interrupt.ts';
import { commandWords } from '../../protocol/messages/command-words.ts';

/** Makes the command. */
export function runCommand(context: CommandContext): Command {
  const command = new Command('run')
    .description(commandWords.run)
    .argument('<file>', commandWords.patternFile);
  return addSingleRunOptions(addRunningOptions(command))
    .option('--trace <file>', commandWords.trace)
    .action(async (file: string, options: RunOptions) => run(context, file, options));
}

interface RunOptions extends RunningOptions {
  readonly trace?: string | undefined;
}

async function run(context: CommandContext, file: string, options: RunOptions): Promise<void> {
  const { cwd, distDir, output } = context;
  const absolute = resolveFile(cwd, file, options.root);
  const root = options.root === undefined ? undefined : path.resolve(cwd, options.root);
  const engine = createEngine({ files: createDiskFileSource(), distDir, spares: 1, refill: false });
  try {
    const request = {
      ...runRequest(cwd, absolute, options, root),
      ...(options.trace === undefined ? {} : { trace: true }),
    };
    const result = await withInterrupt((signal) => engine.run(request, { signal }));
    if (options.trace !== undefined) {
      writeText(path.resolve(cwd, options.trace), options.trace, chromeTrace(result));
    }
    if (options.json) output.print(JSON.stringify(result, null, 2));
    else output.print(showResult(result, { color: output.color, debug: options.debug ?? false }));
    context.finish(result.success ? exitCodes.good : exitCodes.failed);
  } finally {
    await engine.dispose();
  }
}
