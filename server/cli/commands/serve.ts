/** `patternbox serve --stdio`: one JSON request a line, answered over one warm pool. */
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { createDiskFileSource, createEngine } from '../../engine/index.ts';
import type { Engine } from '../../engine/index.ts';
import { internalFault } from '../../protocol/index.ts';
import type { Message } from '../../protocol/index.ts';
import { errorOf } from '../../engine/index.ts';
import type { CommandContext } from '../context.ts';
import { answerRequest } from '../answers.ts';
import { parseRequest } from '../requests.ts';
import { UsageError } from '../options.ts';
import { commandWords } from '../../protocol/messages/command-words.ts';

/** Makes the command. */
export function serveCommand(context: CommandContext): Command {
  return new Command('serve')
    .description(commandWords.serve)
    .requiredOption('--stdio', commandWords.stdio)
    .action(async () => serve(context));
}

async function serve({ cwd, distDir, output }: CommandContext): Promise<void> {
  const engine = createEngine({ files: createDiskFileSource(), distDir });
  const pending = new Set<Promise<void>>();
  try {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      if (line.trim() === '') continue;
      const answered = answerLine(engine, cwd, line).then((answer) => output.print(answer));
      pending.add(answered);
      void answered.finally(() => pending.delete(answered));
    }
    await Promise.all(pending);
  } finally {
    await engine.dispose();
  }
}

/** One answer line for one request line; never throws. */
async function answerLine(engine: Engine, cwd: string, line: string): Promise<string> {
  let id: unknown = null;
  try {
    const request = parseRequest(line);
    id = request.id;
    return JSON.stringify({ id, ...(await answerRequest(engine, cwd, request)) });
  } catch (error) {
    const about: Message =
      error instanceof UsageError ? error.about : internalFault({ detail: String(error) });
    const type = error instanceof UsageError ? 'UsageError' : 'InternalError';
    return JSON.stringify({ id: id ?? idOf(line), success: false, error: errorOf(type, about) });
  }
}

/** The id of a line that could not be understood as a request, so that its sender can match it. */
function idOf(line: string): unknown {
  try {
    const value = JSON.parse(line) as unknown;
    return (value as { id?: unknown } | null)?.id ?? null;
  } catch {
    return null;
  }
}
