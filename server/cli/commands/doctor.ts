/** `patternbox doctor`: which protective layers are active here, proved by a self-test. */
import { Command } from 'commander';
import { createDiskFileSource, createEngine } from '../../engine/index.ts';
import { debuggingKeepsLayers } from '../../protocol/index.ts';
import { showLayers } from '../../show/index.ts';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../output.ts';
import { commandWords } from '../../protocol/messages/command-words.ts';

/** Makes the command. */
export function doctorCommand(context: CommandContext): Command {
  return new Command('doctor')
    .description(commandWords.doctor)
    .option('--json', commandWords.json)
    .action(async (options: { readonly json?: true }) => {
      const { distDir, output } = context;
      const engine = createEngine({
        files: createDiskFileSource(),
        distDir,
        spares: 1,
        refill: false,
      });
      try {
        const layers = await engine.selfTest();
        const off = await engine.debugTest();
        const debugging = { off, text: debuggingKeepsLayers({ off }).text };
        const success = layers.every(({ active, required }) => active || !required);
        if (options.json) output.print(JSON.stringify({ success, layers, debugging }, null, 2));
        else {
          output.print(showLayers(layers, { color: output.color }));
          output.print(`\n${debugging.text}`);
        }
        context.finish(success ? exitCodes.good : exitCodes.failed);
      } finally {
        await engine.dispose();
      }
    });
}
