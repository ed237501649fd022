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
import { fixOf } from '../../../server/language/fixes/index.ts';
import { PLACE } from './making.ts';
import { mistakes as failing } from './mistakes.ts';
import { slips } from './slips.ts';

const mistakes = [...failing, ...slips];

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

  for (const { name, files: marked, send, code, says, help, mended } of mistakes) {
    it(name, async () => {
      const folder = name.replaceAll(/\W+/g, '-');
      const files = Object.fromEntries(
        Object.entries(marked).map(([n, text]) => [n, text.replace(PLACE, '')]),
      );
      memory.put(Object.fromEntries(Object.entries(files).map(([n, t]) => [`${folder}/${n}`, t])));
      const file = path.resolve('/maps', folder, 'main.tsx');
      const request = { file, root: path.dirname(file) };
      const result = await memory.engine.run(send === undefined ? request : { ...request, send });
      const told = all(result);
      const found = told.find((each) => each.code === code);
      const text = files['main.tsx'] ?? '';
      expect(found, JSON.stringify(told.map((each) => [each.code, each.message]))).toBeDefined();
      expect(found?.message).toMatch(says);
      expect(found?.help?.text).toMatch(help);
      expect(jargonIn(sentencesOf(result), Object.values(files).join('\n'))).toEqual([]);
      expect(placeOf(found)).toEqual(markOf(marked['main.tsx'] ?? ''));
      expect(mendedBy(found, text)).toEqual(
        mended === undefined ? undefined : expect.stringContaining(mended),
      );
      expect(existsSync(path.join(repository, 'docs/errors', `${code}.md`))).toBe(true);
    });
  }
});

function all({ error, errors, diagnostics }: RunResult): (RunError | Diagnostic)[] {
  return [...(error === null ? [] : [error]), ...errors, ...diagnostics];
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function placeOf(told: RunError | Diagnostic | undefined): Place | undefined {
  const at = told && ('range' in told ? told.range.start : told.location);
  return at ? { line: at.line, column: at.column } : undefined;
}

function markOf(text: string): Place {
  const before = text.slice(0, text.indexOf(PLACE)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The text with the quick fix that the editor offers for the finding. */
function mendedBy(told: RunError | Diagnostic | undefined, text: string): string | undefined {
  const place = placeOf(told);
  if (told === undefined || place === undefined) return undefined;
  const lines = text.split('\n');
  const offsetOf = ({ line, column }: Place): number =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, column - 1);
  const replacement = told.help?.fix;
  const fix = fixOf(told.code, 'main.tsx', text, offsetOf(place), replacement);
  if (fix) {
    return [...fix.changes]
      .sort((one, other) => other.start - one.start)
      .reduce((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text);
  }
  if (replacement === undefined || !('range' in told)) return undefined;
  return text.slice(0, offsetOf(place)) + replacement + text.slice(offsetOf(told.range.end));
}
