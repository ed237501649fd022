/** What authors really write at module scope, through the real compiler. */
import { memoryFileSource } from '../../memory-files.ts';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../../server/compile/index.ts';
import { verifyGraph } from '../../../server/verify/index.ts';
import type { Diagnostic } from '../../../server/protocol/index.ts';
import { brief } from './check.ts';

async function check(text: string): Promise<Diagnostic[]> {
  const helper = 'export const make = (n: number) => ({ n });\nexport const LIMIT = 3;\n';
  const read = (path: string): string | undefined =>
    path === '/root/main.tsx' ? text : path === '/root/helper.ts' ? helper : undefined;
  const compiler = createCompiler({ files: memoryFileSource(read) });
  const { graph, diagnostics } = compiler.compile({ entry: '/root/main.tsx', root: '/root' });
  return graph === null ? [...diagnostics] : verifyGraph(graph);
}

const head =
  "import { Cell, handler, lift, NAME, pattern, Writable } from 'commonfabric';\n" +
  "import { LIMIT, make } from './helper.ts';\n";

describe('module scopes of real patterns pass', () => {
  it.each([
    ['data literals', 'const list = [{ a: 1, b: ["x"] }]; export const table = { list, n: -1 };'],
    ['Map and Set', 'const seen = new Set(["a"]); const by = new Map([["a", 1]]);'],
    ['a regular expression', 'const word = /^[a-z]+$/i;'],
    [
      'templates, arithmetic, conditions',
      'const a = 1 + LIMIT, b = `x${a}`, c = a > 1 ? "y" : null;',
    ],
    ['aliases and members', 'const name = NAME; const big = make(1).n; const fn = make;'],
    [
      'an IIFE',
      'const squares = (() => { const out = []; for (let n = 0; n < 3; n++) out.push(n); return out; })();',
    ],
    [
      'helper calls',
      'const one = make(1); const own = twice(2); function twice(n: number) { return [n, n]; }',
    ],
    [
      'calls of built-ins',
      'const a = Array.from({ length: 3 }, (_, n) => n), b = Object.fromEntries([["a", 1]]), c = JSON.parse("{}");',
    ],
    [
      'objects that hold functions',
      'const ops = { add: (a: number) => a + 1, sub(a: number) { return a - 1; } };',
    ],
    [
      'functions of all kinds',
      'function f() {} async function g() {} const h = () => 1; export default function k() {}',
    ],
    [
      'builders with direct and named functions',
      'const up = handler<void>(() => {}); const twice = lift(double); function double(n: number) { return n * 2; } export default pattern(() => ({ up: up({}) }));',
    ],
    [
      're-exports',
      'export * from "./helper.ts"; export { make as build } from "./helper.ts"; export { LIMIT };',
    ],
    ['an export before its constant', 'export default Main; const Main = pattern(() => ({}));'],
    ['freezing by hand', 'const a = Object.freeze({ b: 1 });'],
    ['enums', 'enum Color { Red, Green = "g" } const c = Color.Red;'],
    ['cells', 'const shared = Cell.of(0); const other = new Writable(1);'],
  ])('%s', async (_name, text) => {
    expect(await check(head + text)).toEqual([]);
  });
});

describe('findings stand where the author wrote them', () => {
  it.each([
    ['let n = 0;', 'PB1103 error 3:1-3:11'],
    ['export let n: number = 0;', 'PB1103 error 3:8-3:26'],
    ['/* x */ class Gmail<T> { token?: T; }', 'PB1104 error 3:9-3:38'],
    ['const word = /a/g;', 'PB1106 error 3:14-3:18'],
    ['\tmake(1);', 'PB1107 error 3:2-3:9'],
    ['for (const a of []) { make(a); }', 'PB1107 error 3:1-3:33'],
    ['const f = lift((() => (n: number) => n)());', 'PB1108 error 3:16-3:42'],
    ['const f = () => setTimeout(() => {}, 1);', 'PB1117 warning 3:17-3:27'],
    ['const f = (): any => totl; const total = 1;', 'PB1119 warning 3:22-3:26'],
  ])('%s', async (text, finding) => {
    expect(brief(await check(head + text))).toEqual([finding]);
  });
});
