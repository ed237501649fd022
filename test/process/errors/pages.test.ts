/**
 * Every page of a message has an example that gives that message when it is run, or says why no
 * pattern can show it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../../server/protocol/index.ts';
import { repository } from '../cli/support.ts';
import { memoryEngine } from '../maps/run-sites.ts';
import { commandExample, printedBy } from './commands.ts';
import { asModule, frames } from './frames.ts';

const folder = path.join(repository, 'docs/errors');
const pages = readdirSync(folder)
  .filter((file) => /^PB\d{4}\.md$/.test(file))
  .map((file) => ({ code: file.slice(0, 6), text: readFileSync(path.join(folder, file), 'utf8') }));
const exampleOf = (text: string): string | undefined =>
  /This gives PB\d{4}[^\n]*:\n\n```tsx\n(.*?)```/s.exec(text)?.[1];

describe('the pages of messages', () => {
  let memory: ReturnType<typeof memoryEngine>;
  beforeAll(() => {
    memory = memoryEngine();
    memory.put({
      'prices.ts': 'export const price = 1;\n',
      'data.json': "{ 'title': 'Tea', }",
    });
  });
  afterAll(() => memory.engine.dispose());

  it.each(pages.map((page) => [page.code, page.text] as const))('%s', async (code, text) => {
    const command = commandExample(text);
    if (command !== undefined) {
      expect(await printedBy(command)).toContain(command.says ?? code);
      return;
    }
    const example = exampleOf(text);
    const reason = /^No pattern can show this: \S.{20,}\.$/m.test(text);
    if (example === undefined || reason) {
      expect(reason || /^```(?:sh|json)$/m.test(text)).toBe(true);
      return;
    }
    const instead = /^The same text is reported as (PB\d{4})/m.exec(text)?.[1];
    const { text: program, send, input, limits } = (frames.get(code) ?? asModule)(example);
    memory.put({ [`page-${code}.tsx`]: program });
    const root = path.resolve('/maps');
    const result = await memory.engine.run({
      file: path.join(root, `page-${code}.tsx`),
      root,
      ...(send && { send }),
      ...(input !== undefined && { input }),
      ...(limits && { limits }),
    });
    expect(codesOf(result), program).toContain(instead ?? code);
  });
});

function codesOf({ error, errors, diagnostics }: RunResult): string[] {
  return [...(error === null ? [] : [error]), ...errors, ...diagnostics].map(({ code }) => code);
}
