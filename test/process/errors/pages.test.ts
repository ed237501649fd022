/**
 * Every page of a message has an example that gives that message when it is run; the few that have
 * none say why.
 */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../../server/protocol/index.ts';
import { repository } from '../cli/support.ts';
import { memoryEngine } from '../maps/run-sites.ts';
import { inFolderOf, printedBy } from './commands.ts';
import { asModule, frames } from './frames.ts';
import { inEditor, inEmptyWindow, pages, type Example } from './page.ts';
import { saidOfFiles, settingsOf } from './readers.ts';
import { saidDuring } from './steps.ts';

/** What nothing leads to but a fault of Patternbox. */
const withoutExample = new Set(['PB1015', 'PB1017', 'PB1260', 'PB1309']);

let memory: ReturnType<typeof memoryEngine>;
beforeAll(() => {
  memory = memoryEngine();
  memory.put({
    'prices.ts': 'export const price = 1;\n',
    'data.json': "{ 'title': 'Tea', }",
  });
});
afterAll(() => memory.engine.dispose());

describe('the pages of messages', () => {
  const all = pages(repository);

  it('have an example, but for those that nothing can lead to', () => {
    const without = all.filter(({ example }) => example === undefined);
    expect(new Set(without.map(({ code }) => code))).toEqual(withoutExample);
    for (const { code, reason } of without) expect(reason, code).toBeDefined();
  });

  const shown = all.flatMap(({ code, example }) =>
    example === undefined || inEditor.has(code) || inEmptyWindow.has(code) ? [] : [example],
  );
  it.each(shown.map((example) => [example.code, example] as const))('%s', async (code, example) => {
    if (!(await canBeShown(code))) return;
    const { instead, says } = example;
    expect(await saidBy(example)).toContain(instead ?? says ?? code);
  });
});

/** Whether this machine has what the example is about. */
async function canBeShown(code: string): Promise<boolean> {
  if (code === 'PB1431') return (await memory.engine.debugTest()).length > 0;
  // Only Linux lists the processes that a process has started.
  return code !== 'PB1502' || process.platform === 'linux';
}

/** All that is said when the example is run. */
function saidBy(example: Example): Promise<string> {
  const { command, files, steps, program } = example;
  if (program !== undefined) return saidOfProgram(example, program);
  if (steps.length > 0) {
    const { settings } = settingsOf(files['.vscode/settings.json'] ?? '{}');
    return saidDuring(steps, files, settings);
  }
  return inFolderOf(files, async (folder) => {
    const printed = command === undefined ? '' : await printedBy(example, folder);
    return printed + (await saidOfFiles(folder));
  });
}

/** The example is a pattern, or what matters of one. */
async function saidOfProgram({ code }: Example, example: string): Promise<string> {
  const { text: program, send, input, limits } = (frames.get(code) ?? asModule)(example);
  const root = path.resolve('/maps');
  memory.put({ [`page-${code}.tsx`]: program });
  const result = await memory.engine.run({
    file: path.join(root, `page-${code}.tsx`),
    root,
    ...(send && { send }),
    ...(input !== undefined && { input }),
    ...(limits && { limits }),
  });
  return codesOf(result).join(' ');
}

function codesOf({ error, errors, diagnostics }: RunResult): string[] {
  return [...(error === null ? [] : [error]), ...errors, ...diagnostics].map(({ code }) => code);
}
