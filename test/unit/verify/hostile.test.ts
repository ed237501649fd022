import { describe, expect, it } from 'vitest';
import { verifyGraph } from '../../../server/verify/index.ts';
import { brief } from './check.ts';
import { programOf } from './programs.ts';

async function checkCode(code: string): Promise<string[]> {
  return brief(await verifyGraph(programOf({ 'main.tsx': { body: 'x', code } })));
}

const strict = '"use strict";';

describe('text that is not one functor', () => {
  it.each([
    ['nothing', ''],
    ['a comment only', '// nothing'],
    ['a syntax error', '(function (exports, require, $pb, $s, $b) { "use strict"; const ='],
    ['two statements', `(function (exports, require, $pb, $s, $b) { ${strict} }); globalThis`],
    ['a call of it', `(function (exports, require, $pb, $s, $b) { ${strict} })()`],
    ['other parameters', `(function (exports, require, $pb) { ${strict} })`],
    ['a default parameter', `(function (exports, require, $pb, $s, $b = alert()) { ${strict} })`],
    ['an async function', `(async function (exports, require, $pb, $s, $b) { ${strict} })`],
    ['a generator', `(function* (exports, require, $pb, $s, $b) { ${strict} })`],
    ['an arrow function', `((exports, require, $pb, $s, $b) => { ${strict} })`],
    ['a sloppy function', '(function (exports, require, $pb, $s, $b) { with ({}) { } })'],
    [
      'a text that ends the functor early',
      `(function (exports, require, $pb, $s, $b) { ${strict} }, 1)`,
    ],
  ])('refuses %s', async (_name, code) => {
    const found = await checkCode(code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/PB1101 error|PB1041 error/);
  });

  it('refuses what is nested deeper than the stack', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const found = await checkCode(
      `(function (exports, require, $pb, $s, $b) { ${strict} const a = $pb.data(${deep}); })`,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('PB1121 error');
  });
});

describe('a program that does not hang together', () => {
  it('refuses imports that lead nowhere, at the import', async () => {
    const found = await verifyGraph(
      programOf({ 'main.tsx': { body: 'const a = 1;\nrequire("./gone");', imports: ['./gone'] } }),
    );
    expect(brief(found)).toEqual(['PB1115 error 2:1-2:18']);
  });

  it('refuses runtime modules that do not exist', async () => {
    const graph = programOf({ 'main.tsx': { body: '' } });
    const [record] = graph.records;
    const target = { kind: 'runtime', name: 'constructor' } as never;
    const records = record ? [{ ...record, imports: [{ specifier: 'x', target }] }] : [];
    expect(brief(await verifyGraph({ ...graph, records }))[0]).toContain('PB1115 error');
  });

  it('refuses a missing entry, a doubled record and a record without a source', async () => {
    const graph = programOf({ 'main.tsx': { body: '' }, 'other.ts': { body: '' } });
    const [main, other] = graph.records;
    const sources = new Map(graph.sources);
    sources.delete('other.ts');
    const found = await verifyGraph({
      entry: 'gone.tsx',
      records: [main, main, other].filter((record) => record !== undefined),
      sources,
    });
    expect(found.map(({ code, severity, file }) => `${code} ${severity} ${file}`)).toEqual(
      Array(3).fill('PB1122 error gone.tsx'),
    );
  });

  it('finds the same in the same record again', async () => {
    const graph = programOf({ 'main.tsx': { body: 'let n = 0;' } });
    expect(await verifyGraph(graph)).toEqual(await verifyGraph(graph));
  });
});
