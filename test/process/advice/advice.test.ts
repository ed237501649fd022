/**
 * The common mistakes of authors, each made by a pattern that really runs: the message is in the
 * author's terms, has a fix, points at the place, and has a page.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic, RunError, RunResult } from '../../../server/protocol/index.ts';
import { jargonIn, sentencesOf } from '../../hostile/jargon.ts';
import { repository } from '../cli/support.ts';
import { memoryEngine } from '../maps/run-sites.ts';
import { mistakes } from './mistakes.ts';

describe('the common mistakes of authors', () => {
  let memory: ReturnType<typeof memoryEngine>;
  beforeAll(() => {
    memory = memoryEngine();
  });
  afterAll(() => memory.engine.dispose());

  it('are at least twenty-five, each with a code of its own or a cause of its own', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(25);
    expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length);
  });

  for (const { name, files, send, code, says, help } of mistakes) {
    it(name, async () => {
      const folder = name.replaceAll(/\W+/g, '-');
      memory.put(Object.fromEntries(Object.entries(files).map(([n, t]) => [`${folder}/${n}`, t])));
      const file = path.resolve('/maps', folder, 'main.tsx');
      const request = { file, root: path.dirname(file) };
      const result = await memory.engine.run(send === undefined ? request : { ...request, send });
      const told = all(result);
      const found = told.find((each) => each.code === code);
      expect(found, JSON.stringify(told.map((each) => [each.code, each.message]))).toBeDefined();
      expect(found?.message).toMatch(says);
      expect(found?.help?.text).toMatch(help);
      expect(jargonIn(sentencesOf(result), Object.values(files).join('\n'))).toEqual([]);
      expect(found !== undefined && isPlaced(found)).toBe(true);
      expect(existsSync(path.join(repository, 'docs/errors', `${code}.md`))).toBe(true);
    });
  }
});

function all({ error, errors, diagnostics }: RunResult): (RunError | Diagnostic)[] {
  return [...(error === null ? [] : [error]), ...errors, ...diagnostics];
}

function isPlaced(told: RunError | Diagnostic): boolean {
  return 'range' in told ? told.range.start.line > 0 : told.location !== null;
}
