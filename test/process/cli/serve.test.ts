import { expect, test } from 'vitest';
import { patternbox, project } from './support.ts';

interface Answer {
  readonly id: unknown;
  readonly success: boolean;
  readonly result?: { readonly sum: number };
  readonly error?: { readonly code: string; readonly message: string } | null;
}

async function answers(cwd: string, lines: readonly unknown[]): Promise<Map<unknown, Answer>> {
  const stdin = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const { code, stdout } = await patternbox(['serve', '--stdio'], { cwd, stdin: stdin.join('\n') });
  expect(code).toBe(0);
  const parsed = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  return new Map(parsed.map((answer) => [answer.id, answer]));
}

const adder = `import { computed, pattern } from "commonfabric";
export default pattern<{ a: number; b: number }>(({ a, b }) => ({ sum: computed(() => a + b) }));
`;

test('twenty requests over a cap of ten each get their own right answer', async () => {
  const cwd = project({ 'adder.tsx': adder });
  const lines = Array.from({ length: 20 }, (_, n) => ({
    id: n,
    command: 'run',
    file: 'adder.tsx',
    input: { a: n, b: 1000 },
  }));
  const all = await answers(cwd, lines);
  expect(all.size).toBe(20);
  for (let n = 0; n < 20; n++) {
    expect(all.get(n)).toMatchObject({ success: true, result: { sum: n + 1000 } });
  }
});

test('a bad line gets one clear sentence, and the next line is answered', async () => {
  const cwd = project({ 'adder.tsx': adder });
  const all = await answers(cwd, [
    'this is not JSON',
    { id: 'typo', command: 'run', file: 'adder.tsx', timout: 5 },
    { id: 'bounds', command: 'run', file: 'adder.tsx', timeout: 5 },
    { id: 'good', command: 'run', file: 'adder.tsx', input: { a: 1, b: 2 } },
    { id: 'check', command: 'check', files: ['adder.tsx'] },
  ]);
  expect(all.get(null)?.error?.code).toBe('PB1604');
  expect(all.get('typo')?.error?.message).toContain('timout');
  expect(all.get('bounds')?.error?.message).toContain('timeout');
  expect(all.get('good')).toMatchObject({ success: true, result: { sum: 3 } });
  expect(all.get('check')).toMatchObject({ success: true });
});
