/** `patternbox replay FILE --scenario S.json`: sends recorded events and compares values. */
import path from 'node:path';
import { Command } from 'commander';
import { createDiskFileSource, createEngine } from '../../engine/index.ts';
import { replay } from '../../replay/index.ts';
import { showReplay } from '../../show/index.ts';
import type { CommandContext } from '../context.ts';
import { resolveFile } from '../files.ts';
import { withInterrupt } from '../interrupt.ts';
import { exitCodes } from '../output.ts';
import { addRunningOptions, runRequest } from '../running-options.ts';
import type { RunningOptions } from '../running-options.ts';
import { readScenarios } from '../scenarios.ts';
import { commandWords } from '../../protocol/messages/command-words.ts';

/** Makes the command. */
export function replayCommand(context: CommandContext): Command {
  const command = new Command('replay')
    .description(commandWords.replay)
    .argument('<file>', commandWords.patternFile)
    .requiredOption('--scenario <file>', commandWords.scenario);
  return addRunningOptions(command).action(
    async (file: string, options: RunningOptions & { readonly scenario: string }) =>
      replayFile(context, file, options),
  );
}

async function replayFile(
  { cwd, distDir, output, finish }: CommandContext,
  file: string,
  options: RunningOptions & { readonly scenario: string },
): Promise<void> {
  const absolute = resolveFile(cwd, file, options.root);
  const scenarios = readScenarios(cwd, options.scenario);
  const root = options.root === undefined ? undefined : path.resolve(cwd, options.root);
  const engine = createEngine({ files: createDiskFileSource(), distDir, spares: 1, refill: false });
  try {
    const request = runRequest(cwd, absolute, options, root);
    const result = await withInterrupt((signal) => replay(engine, request, scenarios, { signal }));
    if (options.json) output.print(JSON.stringify(result, null, 2));
    else output.print(showReplay(result, { color: output.color }));
    finish(result.success ? exitCodes.good : exitCodes.failed);
  } finally {
    await engine.dispose();
  }
}
