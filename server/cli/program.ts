/** The commands and options of the command line, and what becomes of an error. */
import { Command, CommanderError } from 'commander';
import { errorOf } from '../engine/index.ts';
import { internalFault, printable, usageError } from '../protocol/index.ts';
import type { Message } from '../protocol/index.ts';
import { benchCommand } from './commands/bench.ts';
import { checkCommand } from './commands/check.ts';
import { doctorCommand } from './commands/doctor.ts';
import { replayCommand } from './commands/replay.ts';
import { runCommand } from './commands/run.ts';
import { serveCommand } from './commands/serve.ts';
import { testCommand } from './commands/test.ts';
import type { CommandContext } from './context.ts';
import { UsageError } from './options.ts';
import { exitCodes } from './output.ts';
import { commandWords } from '../protocol/messages/command-words.ts';

const commands = [
  runCommand,
  checkCommand,
  testCommand,
  replayCommand,
  serveCommand,
  doctorCommand,
  benchCommand,
];

/** Runs one command line and gives its exit code; never throws. */
export async function runProgram(
  argv: readonly string[],
  environment: Omit<CommandContext, 'finish'>,
): Promise<number> {
  let code: number = exitCodes.good;
  const context: CommandContext = { ...environment, finish: (ended) => void (code = ended) };
  const program = makeProgram(context);
  const json = argv.includes('--json') || /--reporter[= ]json/.test(argv.join(' '));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.good;
    if (error instanceof UsageError) return refuse(context, json, error.about, exitCodes.usage);
    if (error instanceof CommanderError) {
      const text = error.message.replace(/^error: /, '');
      return refuse(context, json, usageError({ text: sentence(text) }), exitCodes.usage);
    }
    return refuse(context, json, internalFault({ detail: describe(error) }), exitCodes.internal);
  }
}

function makeProgram(context: CommandContext): Command {
  const program = new Command('patternbox')
    .description(commandWords.patternbox)
    .version('0.1.0')
    .exitOverride()
    .configureOutput({ writeOut: context.output.print, writeErr: () => undefined })
    .showHelpAfterError(false);
  for (const make of commands) {
    program.addCommand(make(context).exitOverride().copyInheritedSettings(program));
  }
  return program;
}

function refuse({ output }: CommandContext, json: boolean, about: Message, code: number): number {
  const type = code === exitCodes.usage ? 'UsageError' : 'InternalError';
  if (json) output.print(JSON.stringify({ success: false, error: errorOf(type, about) }));
  else
    output.printError(
      // It may quote a name that somebody else has chosen.
      [`${about.code}: ${about.text}`, about.help?.text ?? '']
        .filter(Boolean)
        .map(printable)
        .join('\n'),
    );
  return code;
}

/** Commander's messages begin in lower case and have no full stop. */
function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!)]$/.test(capital) ? capital : `${capital}.`;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
