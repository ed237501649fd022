import { describe, expect, it } from 'vitest';
import { compileFiles, graphOf, sourceOf } from './support.ts';

/** `code line:column-line:column severity` of each finding. */
function findings(files: string | Readonly<Record<string, string>>, entry = 'main.tsx'): string[] {
  const { graph, diagnostics } = compileFiles(
    typeof files === 'string' ? { [entry]: files } : files,
    entry,
  );
  expect(graph === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  return diagnostics.map(
    ({ code, range: { start, end }, severity, file }) =>
      `${file === entry ? '' : `${file} `}${code} ${start.line}:${start.column}-${end.line}:${end.column} ${severity}`,
  );
}

describe('refused forms', () => {
  const table: Readonly<Record<string, readonly string[]>> = {
    'const a = ;\nconst b = );': ['PB1001 1:11-1:12 error', 'PB1001 2:11-2:12 error'],
    'eval("1");': ['PB1005 1:1-1:10 error'],
    '\teval("1");': ['PB1005 1:2-1:11 error'],
    'const m = import("x");': ['PB1006 1:11-1:22 error'],
    'const $pb = 1; function f($s) {}': ['PB1007 1:7-1:10 error', 'PB1007 1:27-1:29 error'],
    'const o = { $site: 1 };': ['PB1007 1:13-1:18 error'],
    'await 1;': ['PB1008 1:1-1:8 error'],
    'export {}; for await (const x of []) {}': ['PB1008 1:12-1:40 error'],
    'namespace N { export const a = 1; }': ['PB1009 1:1-1:36 error'],
    '@d class A {}': ['PB1009 1:1-1:3 error'],
    'const u = import.meta.url;': ['PB1009 1:11-1:22 error'],
    'export = 1;': ['PB1009 1:1-1:12 error'],
    'const a = 1;\nlet a = 2;': ['PB1012 2:5-2:6 error'],
    'function f() { await g(); }\nfunction g() {}': ['PB1013 1:16-1:25 error'],
    'return 1;': ['PB1013 1:1-1:10 error'],
    'if (1) export default 1;': ['PB1013 1:8-1:25 error'],
    'function f() { import "./x"; }': ['PB1013 1:16-1:29 error'],
    'if (1) {} else class A {}': ['PB1013 1:16-1:26 error'],
    'function f() { for (;;) const a = 1; }': ['PB1013 1:25-1:37 error'],
    'const f = () => super.x;': ['PB1013 1:17-1:22 error'],
    'const o = { f() { return super.toString(); } };': [],
    'const exports = 1; var [{ require }] = [{ require: 1 }];': [
      'PB1012 1:7-1:14 error',
      'PB1012 1:27-1:34 error',
    ],
    'function f(require: any) { const exports = 1; return exports + require; }': [],
    'function f() { break; }': ['PB1013 1:16-1:22 error'],
    'for (;;) { a: { continue b; } }': ['PB1013 1:17-1:28 error'],
    'var a; var a; function f() {} interface f {} type a = 1;': [],
    'for (;;) { switch (1) { case 1: break; default: continue; } }': [],
    'const e = eval; e("1"); (0, eval)("1");': [],
    'declare namespace N { const a: number; } type T = N.a;': [],
  };
  for (const [text, expected] of Object.entries(table)) {
    it(`finds ${expected.length} in ${JSON.stringify(text)}`, () => {
      expect(findings(text)).toEqual(expected);
    });
  }
});

describe('imports', () => {
  it('are looked for below the root only, and named with their importer', () => {
    expect(findings('import { a } from "./nope";\na;')).toEqual(['PB1002 1:19-1:27 error']);
    expect(findings('import { a } from "../../etc/passwd";\na;')).toEqual([
      'PB1003 1:19-1:37 error',
    ]);
    expect(findings('import "/etc/passwd";')).toEqual(['PB1003 1:8-1:21 error']);
    expect(findings('import "file:///etc/passwd";')).toEqual(['PB1003 1:8-1:28 error']);
    expect(findings('import fs from "node:fs";\nfs;')).toEqual(['PB1004 1:16-1:25 error']);
    expect(findings('import "https://example.org/x.ts";')).toEqual(['PB1004 1:8-1:34 error']);
    const { diagnostics } = compileFiles({
      'main.tsx': 'import "./a";',
      'a.ts': 'import "./b.ts";',
    });
    expect(diagnostics.map(({ message, file }) => [file, message])).toEqual([
      ['a.ts', 'a.ts imports "./b.ts", but there is no such file.'],
    ]);
  });

  it('that only types need are warnings', () => {
    expect(findings('import { T } from "./nope";\nexport const a = 1 as unknown as T;')).toEqual([
      'PB1002 1:19-1:27 warning',
    ]);
  });

  it('must name something that is exported', () => {
    const files = {
      'main.tsx': 'import { helpr } from "./a";\nhelpr();',
      'a.ts': 'export * from "./b";',
      'b.ts': 'export const helper = () => 1;',
    };
    expect(findings(files)).toEqual(['PB1014 1:10-1:15 error']);
    expect(compileFiles(files).diagnostics[0]?.help?.text).toBe('Did you mean "helper"?');
  });

  it('may be in cycles', () => {
    expect(
      findings({ 'main.tsx': 'export * from "./a";', 'a.ts': 'export * from "./main";' }),
    ).toEqual([]);
  });

  it('report every file at once', () => {
    const files = {
      'main.tsx': 'import "./a";\nimport "./b.json";\neval("1");',
      'a.ts': 'const x = ;',
      'b.json': '{ "a": }',
    };
    expect(findings(files)).toEqual([
      'PB1005 3:1-3:10 error',
      'a.ts PB1001 1:11-1:12 error',
      'b.json PB1010 1:8-1:9 error',
    ]);
  });

  it('need a readable entry', () => {
    expect(findings({})).toEqual(['PB1011 1:1-1:1 error']);
  });
});

describe('hostile texts', () => {
  it('end in one sentence, however deep they are', () => {
    for (const text of [
      '('.repeat(50_000),
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      `a${'.b()'.repeat(30_000)}`,
      `type A = ${'{a:'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    ]) {
      const { graph, diagnostics } = compileFiles({ 'main.tsx': text });
      if (!graph) expect(diagnostics.length).toBeGreaterThan(0);
    }
  });

  it('may use the names of built-in properties', () => {
    const text =
      'import { constructor as c } from "./__proto__";\nexport const toString = c, hasOwnProperty = 1;\ntype __proto__ = { constructor: valueOf };\nexport interface valueOf { __proto__: __proto__ }';
    expect(
      findings({ 'main.tsx': text, '__proto__.ts': 'const x = 1;\nexport { x as constructor };' }),
    ).toEqual([]);
  });

  it('may hold every character', () => {
    const text =
      '\ufeff#! shebang\nconst a = "\u2028\u0000\ud800";\u2029const b = `\ud83d\r\n\u2028`;';
    expect(findings(text)).toEqual([]);
  });
});

describe('text that a locked-down realm refuses', () => {
  const values = [
    '"<!-- x -->"',
    '\'import("x")\'',
    '"eval (1)"',
    '`<!-- ${1} --> eval(`',
    '"import /* x */"',
    '"\\\\ ` ${1} -->"',
    '"a\\r\\n-->"',
  ];
  for (const value of values) {
    it(`is spelt otherwise with the same value: ${value}`, () => {
      const graph = graphOf({ 'main.tsx': `export const x = ${value};` });
      const code = graph.records[0]?.code ?? '';
      expect(code).not.toMatch(/<!--|-->|\bimport\s*(?:\(|\/[/*])|\beval\s*\(/);
      const literal = /const x = ([^]*?);\n/.exec(code)?.[1] ?? '';
      expect((0, eval)(literal)).toBe((0, eval)(value));
    });
  }

  it('is spelt otherwise in every other place', () => {
    const text = [
      '// <!-- import("x") eval(1) -->',
      'export const re = /<!--|-->|import(x)|eval(y)/;',
      'export const o = { "-->": 1, eval(a: number) { return a; }, import(a: number) { return a; } };',
      'export const ui = <p>eval(1) --&gt; import(2) {"-->"}</p>;',
      'export function f(n: number) { while (n --> 0); return n <!--n; }',
    ].join('\n');
    const graph = graphOf({ 'main.tsx': text });
    const code = graph.records[0]?.code ?? '';
    expect(code).not.toMatch(/<!--|-->|(?:^|[^.])\bimport\s*(?:\(|\/[/*])|(?:^|[^.])\beval\s*\(/);
    expect(sourceOf(graph, 'main.tsx').text).toBe(text);
  });
});
