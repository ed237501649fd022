/**
 * What the injection grammar adds to TypeScript, as snapshots. The host grammar is a small stand-in
 * with the scopes that ours looks at: comments, strings, templates, elements and their children.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';
import { getVSCodeTokens, renderSnap } from 'vscode-tmgrammar-test/dist/snapshot/index.js';

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const registry = createRegistry([
  {
    path: at('./host.tmLanguage.json'),
    scopeName: 'source.tsx',
    injectTo: [],
    language: 'typescriptreact',
  },
  {
    path: at('../../../syntaxes/patternbox.tmLanguage.json'),
    scopeName: 'source.patternbox.injection',
    injectTo: ['source.ts', 'source.tsx'],
    language: '',
  },
]);

async function snapshot(source: string): Promise<string> {
  return renderSnap(await getVSCodeTokens(registry, 'source.tsx', source));
}

/** The texts that carry a scope of ours. */
async function ours(source: string): Promise<[text: string, scope: string][]> {
  const lines = await getVSCodeTokens(registry, 'source.tsx', source);
  return lines.flatMap(({ src, tokens }) =>
    tokens.flatMap(({ startIndex, endIndex, scopes }): [string, string][] => {
      const scope = scopes.at(-1) ?? '';
      return scope.endsWith('.patternbox') ? [[src.slice(startIndex, endIndex), scope]] : [];
    }),
  );
}

describe('the injection grammar', () => {
  it('marks a whole pattern as in the snapshot', async () => {
    const source = [
      '/// <cts-enable />',
      'import { pattern, UI } from "commonfabric";',
      'const add = handler<void, { n: Writable<number> }>((_, { n }) => n.set(n.get() + 1));',
      'export default pattern<Input>(({ n }) => ({',
      '  [NAME]: str`count ${n}`,',
      '  [UI]: <cf-input $value={n}>pattern (text) {computed(() => n)}</cf-input>,',
      '}));',
    ].join('\n');
    await expect(await snapshot(source)).toMatchFileSnapshot('./pattern.snap');
  });

  it.each([
    ['pattern(() => 1)', 'pattern', 'support.function.builder.patternbox'],
    ['handler<void, { n: Cell<number> }>(f)', 'handler', 'support.function.builder.patternbox'],
    [
      'handler<unknown, {\n n: Cell<number>;\n}>(f)',
      'handler',
      'support.function.builder.patternbox',
    ],
    ['pattern<{ a: 1; b: 2 }>(f)', 'pattern', 'support.function.builder.patternbox'],
    ['ifElse(a, b, c)', 'ifElse', 'support.function.reactive.patternbox'],
    ['str`x`', 'str', 'support.function.reactive.patternbox'],
    ['fetchJson<T>({ url })', 'fetchJson', 'support.function.service.patternbox'],
    ['new Writable(1)', 'Writable', 'support.class.cell.patternbox'],
    ['Cell.of(1)', 'Cell', 'support.class.cell.patternbox'],
    ['let n: Default<number, 0>', 'Default', 'support.type.brand.patternbox'],
    ['{ [TESTS]: [] }', 'TESTS', 'support.constant.reserved-key.patternbox'],
  ])('%s: %s is %s', async (source, text, scope) => {
    expect(await ours(source)).toContainEqual([text, scope]);
  });

  it('marks both directives, at the start of a line only', async () => {
    for (const name of ['cts-enable', 'cf-disable-transform']) {
      expect(await ours(`/// <${name} />`)).toContainEqual([
        name,
        'keyword.control.directive.patternbox',
      ]);
    }
    expect(await ours('x(); /// <cts-enable />')).toEqual([]);
    expect(await ours('/// <reference types="x" />')).toEqual([]);
  });

  it.each([
    ['members of the same name', 'list.pattern(1); a.str`x`; x.Cell.of'],
    ['names that only contain one', 'mypattern(1); patterns(2); $lift(3)'],
    ['names that are not called', 'const pattern = 1; const handler = 2;'],
    ['comments', '// pattern(1)\n/* lift(2) */'],
    ['strings', '"pattern(1)" `computed(2)`'],
    ['text between tags', '<p>pattern(1)</p>'],
    ['prose in an expression', '<ul>{items.map(() => <p>pattern (of life)</p>)}</ul>'],
    ['indexes that are no key', 'a[NAMES]; NAME'],
  ])('leaves alone %s', async (_, source) => {
    expect(await ours(source)).toEqual([]);
  });
});
