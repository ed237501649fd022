/** The examples of the pages on static checks say what really happens. */
import { memoryFileSource } from '../../memory-files.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../../server/compile/index.ts';
import { verifyGraph } from '../../../server/verify/index.ts';

const imports =
  "import { action, computed, fetchJson, handler, lift, pattern } from 'commonfabric';\n" +
  "import type { Stream, Writable } from 'commonfabric';\n";

async function codesOf(example: string): Promise<string[]> {
  const text =
    example.includes('import ') || example.includes('pattern(') ? example : imports + example;
  const read = (path: string): string | undefined =>
    path === '/root/main.tsx'
      ? text
      : path === '/root/prices.ts'
        ? 'export const price = 1;'
        : undefined;
  const compiler = createCompiler({ files: memoryFileSource(read) });
  const { graph, diagnostics } = compiler.compile({ entry: '/root/main.tsx', root: '/root' });
  const verified = graph === null ? [] : await verifyGraph(graph);
  return [...diagnostics, ...verified].map(({ code }) => code);
}

function examplesOf(code: string): string[] {
  const page = readFileSync(new URL(`../../../docs/errors/${code}.md`, import.meta.url), 'utf8');
  return [...page.matchAll(/```tsx\n(.*?)```/gs)].map(([, example]) => example ?? '');
}

describe('the page on debugger statements', () => {
  it('has an example that gets the hint, and runs', async () => {
    const [example = ''] = examplesOf('PB1433');
    expect(await codesOf(example)).toEqual(['PB1433']);
  });
});

describe('the pages on static checks', () => {
  it.each(
    ['1103', '1104', '1106', '1107', '1108', '1110', '1117', '1118', '1119', '1120', '1123'].map(
      (digits) => `PB${digits}`,
    ),
  )('%s', async (code) => {
    const [wrong = '', right = ''] = examplesOf(code);
    expect(await codesOf(wrong)).toContain(code);
    expect(await codesOf(right)).not.toContain(code);
  });
});
