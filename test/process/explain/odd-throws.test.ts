/**
 * Throws that nobody expects, each through a real run: the place is marked in the text, and nothing
 * in the report is invented.
 */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunError, RunResult } from '../../../server/protocol/index.ts';
import { jargonIn, sentencesOf } from '../../hostile/jargon.ts';
import { memoryEngine } from '../maps/run-sites.ts';
import { acting, odd, PLACE } from './odd-throws.ts';

let memory: ReturnType<typeof memoryEngine>;
beforeAll(() => {
  memory = memoryEngine();
});
afterAll(() => memory.engine.dispose());

let runs = 0;
async function run(files: Readonly<Record<string, string>>, debug = false): Promise<RunResult> {
  const folder = `odd-${(runs += 1)}`;
  const clean = Object.entries(files).map(
    ([name, text]) => [`${folder}/${name}`, text.replace(PLACE, '')] as const,
  );
  memory.put(Object.fromEntries(clean));
  const root = path.resolve('/maps', folder);
  const send = files['main.tsx']?.includes('go') ? [{ stream: 'go' }] : [];
  return memory.engine.run({ file: path.join(root, 'main.tsx'), root, send, debug });
}

function placeOf(files: Readonly<Record<string, string>>): unknown {
  for (const [file, text] of Object.entries(files)) {
    const at = text.indexOf(PLACE);
    if (at < 0) continue;
    const before = text.slice(0, at).split('\n');
    return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
  throw new Error('no mark');
}

const flat = (error: RunError): RunError[] => [
  error,
  ...(error.cause ? flat(error.cause) : []),
  ...error.errors.flatMap(flat),
];

describe('throws that nobody expects', () => {
  it.each(odd.map((each) => [each.name, each] as const))(
    '%s',
    async (_name, { files, says, frames, during }) => {
      const result = await run(files);
      const { error } = result;
      expect(error?.message).toMatch(says);
      expect(error?.location).toMatchObject(placeOf(files) as object);
      expect(error?.during).toBe(during);
      expect(error?.frames.filter(({ mapped }) => mapped).map((frame) => frame.function)).toEqual(
        frames,
      );
      expect(jargonIn(sentencesOf(result), Object.values(files).join('\n'))).toEqual([]);
    },
  );

  it.each(odd.slice(5, 12).map((each) => [each.name, each] as const))(
    '%s: what is hidden is what debug mode shows besides',
    async (_name, { files }) => {
      const short = (await run(files)).error;
      const full = (await run(files, true)).error;
      const count = (error: RunError | null) =>
        (error?.frames ?? []).reduce((sum, { repeated = 1 }) => sum + repeated, 0);
      expect(full?.hiddenFrames).toBe(0);
      expect(count(short) + (short?.hiddenFrames ?? 0)).toBe(count(full));
    },
  );

  it('an error that is its own cause ends, and what is no error is told as it is', async () => {
    const { error } = await run(
      acting(
        'const a: any = new Error("a"); const b: any = new Error("b", { cause: a });\n    a.cause = b;\n    «throw a;',
      ),
    );
    expect(error && flat(error).map(({ message }) => message)).toEqual([
      'a',
      'b',
      '(the same error again)',
    ]);
    const plain = await run(acting('«throw new Error("why", { cause: "just words" });'));
    expect(plain.error?.cause).toMatchObject({ message: 'just words', help: null });
  });
});
