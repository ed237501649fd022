import { memoryFileSource } from '../../memory-files.ts';
import './coverage.ts';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../../server/compile/index.ts';
import { createExplainer } from '../../../server/explain/index.ts';
import type { Diagnostic } from '../../../server/protocol/index.ts';
import { RUNTIME_URL, SES_URL } from '../../../server/protocol/runtime-urls.ts';
import type { RawFrame } from '../../../server/protocol/wire.ts';
import { verifyGraph } from '../../../server/verify/index.ts';
import { oneForm, program } from './programs.ts';
import { mutated, often } from './support.ts';

const examples = path.resolve(import.meta.dirname, '../../../examples');
const sources = readdirSync(examples)
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(path.join(examples, name), 'utf8'));
const pieces = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '/>',
    '=>',
    '`',
    '${',
    "'",
    '"',
    '/*',
    '*/',
    '//',
    '\\',
  ],
  ...[
    'await ',
    'async ',
    'yield ',
    'export default ',
    'export * from "./a";',
    'import ',
    'eval(',
    'import(',
  ],
  ...[
    'let ',
    'class A {',
    'enum E { A }',
    '@d ',
    '#p',
    '?.',
    '!',
    ' as any',
    'satisfies ',
    '...',
    '\u2028',
    '\0',
  ],
  ...[
    '<!--',
    '-->',
    '$pb',
    '$s',
    'exports',
    'require("x")',
    '\ud800',
    '\r',
    '0n',
    '/a/g',
    'throw ',
    'label: ',
  ],
  ...[
    'return ',
    'break ',
    'continue x;',
    'with (a) ',
    'using x = y;',
    'import.meta',
    'namespace N { export const a = 1; }',
    'declare namespace M { const a: 1; }',
    'export = a;',
    'import a = b;',
    'export default 1;',
    'for await (const a of b) ',
    'await 1;',
    'async () => { await 1; }',
    'let static = 1;',
    'function yield() {}',
    '({ static: 1 }).static;',
    '#!x\n',
    'switch (a) { case 1: break; }',
    'while (a) { break; }',
    'b: for (;;) continue b;',
  ],
];
/** These say that the fault is ours. */
const ours = new Set(['PB1017', 'PB1101', 'PB1102', 'PB1122', 'PB1503']);

const compile = (text: string, entry = '/program/main.tsx') =>
  createCompiler({
    files: memoryFileSource((file) => (file === entry ? text : undefined)),
  }).compile({ entry, root: '/program' });

/** Whether TypeScript's own output of a file is JavaScript, in strict code. */
function isJavaScript(text: string, file: string): boolean {
  const { ESNext } = ts.ModuleKind;
  const { outputText } = ts.transpileModule(text.replace(/^\uFEFF?#!.*/u, ''), {
    fileName: file,
    compilerOptions: {
      module: ESNext,
      target: ts.ScriptTarget.ES2022,
      jsx: ts.JsxEmit.React,
      verbatimModuleSyntax: true,
    },
  });
  try {
    parse(outputText, { ecmaVersion: 'latest', sourceType: 'module' });
    return true;
  } catch {
    return false;
  }
}

function expectInRange({ range, file, code }: Diagnostic, text: string): void {
  expect(file).toMatch(/^main\.\w+$/u);
  expect(ours.has(code) ? `${code}: ${text}` : null).toBeNull();
  // What no engine loads must be the author's doing, not ours.
  if (code === 'PB1041') expect(isJavaScript(text, file) ? text : null).toBeNull();
  const lines = text.split(/\r\n|\r|\n/u);
  for (const { line, column } of [range.start, range.end]) {
    expect(line).toBeGreaterThan(0);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThan(0);
    // A byte order mark counts.
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 2);
  }
}

describe('the compiler and the verifier with spoiled sources', () => {
  it('say what is wrong, at places that exist', { timeout: 3_600_000 }, async () => {
    const spoiled = fc.constantFrom(...sources).chain((source) => mutated(source, pieces));
    const text = fc.oneof(spoiled, program, oneForm, oneForm);
    const ending = fc.constantFrom('tsx', 'tsx', 'tsx', 'ts', 'jsx', 'js');
    await fc.assert(
      fc.asyncProperty(text, ending, async (source, end) => {
        const { diagnostics, graph } = compile(source, `/program/main.${end}`);
        const all = graph ? [...diagnostics, ...(await verifyGraph(graph))] : diagnostics;
        for (const diagnostic of all) expectInRange(diagnostic, source);
        if (graph === null) expect(all.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      often(),
    );
  });
});

describe('the explainer with forged frames', () => {
  it('points into the source or nowhere', { timeout: 3_600_000 }, async () => {
    const [source = ''] = sources;
    const { graph } = compile(source);
    if (graph === null) throw new Error('The example does not compile.');
    const explainers = [
      await createExplainer(graph, { debug: true }),
      await createExplainer(graph, { debug: false }),
    ];
    const url = graph.records[0]?.sourceURL ?? '';
    const number = fc.option(fc.oneof(fc.integer(), fc.integer({ min: 1, max: 80 }), fc.double()));
    const urls = fc.constantFrom(url, url, RUNTIME_URL, SES_URL, 'node:fs', '/a/b.js?x', '');
    const frame: fc.Arbitrary<RawFrame> = fc.record({
      functionName: fc.option(
        fc.oneof(fc.string(), fc.constantFrom('eval', '$site', 'Object.$site', 'TypeError')),
      ),
      url: fc.option(fc.oneof(urls, fc.webUrl(), fc.string())),
      line: number,
      column: number,
      async: fc.boolean(),
      constructor: fc.boolean(),
      native: fc.boolean(),
    });
    // The same frame several times in a row is a recursion.
    const frames = fc
      .array(fc.tuple(frame, fc.integer({ min: 1, max: 3 })), { maxLength: 6 })
      .map((all) => all.flatMap(([each, times]) => Array.from({ length: times }, () => each)));
    const lines = source.split('\n').length;
    fc.assert(
      fc.property(frames, fc.string(), fc.integer(), fc.nat(1), (stack, message, site, which) => {
        const explainer = explainers[which] ?? explainers[0];
        if (explainer === undefined) return;
        const error = explainer.failure({
          phase: 'load',
          thrown: {
            kind: 'error',
            name: 'TypeError',
            message,
            code: null,
            frames: stack,
            cause: null,
            errors: [],
            refusal: null,
          },
          origin: { module: 'main.tsx', fact: site },
          stream: null,
          site: { module: 'main.tsx', site },
        });
        const at = error.location;
        if (at) expect(at.line >= 1 && at.line <= lines && at.file === 'main.tsx').toBe(true);
      }),
      often(),
    );
    for (const each of explainers) each.dispose();
  });
});
