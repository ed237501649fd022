import { SourceMapConsumer } from 'source-map';
import { describe, expect, it } from 'vitest';
import { graphOf, Live, runGraph, sourceOf } from './support.ts';

/** The place of V8's first frame in the entry, mapped to the authored text. */
async function thrownAt(text: string): Promise<string> {
  const marker = text.indexOf('/*!*/');
  const authored = text.replace('/*!*/', '');
  const graph = graphOf({ 'main.tsx': authored });
  const source = sourceOf(graph, 'main.tsx');
  let stack = '';
  try {
    const { exports } = runGraph(graph, { runtime: runtime });
    (exports['run'] as (() => unknown) | undefined)?.();
  } catch (error) {
    stack = error instanceof Error ? (error.stack ?? '') : String(error);
  }
  const frame = /main\.tsx\?\w+:(\d+):(\d+)/.exec(stack);
  if (!frame) throw new Error(`no frame of the file in:\n${stack}`);
  const consumer = await new SourceMapConsumer(source.map);
  const place = consumer.originalPositionFor({
    line: Number(frame[1]),
    column: Number(frame[2]) - 1,
  });
  consumer.destroy();
  const before = authored.slice(0, marker).replace(/^\ufeff/, '');
  const lines = before.split(/\r\n|\n/);
  const expected = `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
  const found = `${place.line ?? 0}:${(place.column ?? -1) + 1}`;
  return found === expected ? 'exact' : `${found} instead of ${expected}`;
}

const runtime = {
  pattern: (body: (input: unknown) => unknown) => () => body({ live: new Live(null), none: null }),
  computed: (body: () => unknown) => body(),
  handler: (body: (event: unknown, state: unknown) => unknown) => () => body({}, {}),
  lift: (body: (input: unknown) => unknown) => body,
  boom: () => {
    throw new Error('boom');
  },
  str: () => '',
};

/** Each marker stands where V8 reports the throw for the text as authored. */
const constructs: Readonly<Record<string, string>> = {
  'a throw statement': 'export const run = () => { /*!*/throw new Error("x"); };'.replace(
    '/*!*/throw new',
    'throw /*!*/new',
  ),
  'a property of null': 'export function run() { const a: any = null; return a./*!*/b; }',
  'an index of null': 'export function run() { const a: any = null; return a/*!*/[0]; }',
  'a call of undefined': 'export function run() { const a: any = {}; return a./*!*/b(); }',
  'a call of a local name': 'export function run() { const f: any = 1; return /*!*/f(); }',
  'a call of a call': 'export function run() { const f: any = () => 1; return f()/*!*/(); }',
  'a method on a chain':
    'export function run() { const a: any = "x"; return a.trim().trim()./*!*/nope(1); }',
  'an optional chain': 'export function run() { const a: any = { b: null }; return a?.b/*!*/.c; }',
  'an imported call':
    'import { boom } from "commonfabric"; export const run = () => /*!*/boom.x();'.replace(
      '/*!*/boom.x()',
      'boom./*!*/x()',
    ),
  'an import that is no function':
    'import { nope } from "commonfabric"; export const run = () => /*!*/nope();',
  'a constructor': 'export function run() { const A: any = 1; return /*!*/new A(); }',
  'a cast': 'export function run() { const a = null as any; return (a as any)./*!*/b!.c; }',
  'a template': 'export function run() { const a: any = null; return `x ${a./*!*/b} y`; }',
  'a tab before': 'export function run() {\n\tconst a: any = null;\n\t\treturn a./*!*/b;\n}',
  'an astral character before':
    'export function run() { const a: any = null; return "😀𝒳" + a./*!*/b; }',
  'a carriage return':
    'export function run() {\r\n  const a: any = null;\r\n  return a./*!*/b;\r\n}',
  'a byte order mark': '\ufeffexport function run() { const a: any = null; return a./*!*/b; }',
  'a multi-line template':
    'export function run() {\n  const a: any = null;\n  const t = `1\n2`;\n  return t + a./*!*/b;\n}',
  'removed types above':
    'interface A {\n  b: string;\n}\nexport function run(a: A | null = null) {\n  return a!./*!*/b;\n}',
  'an arrow body': 'export const run = (a: any = null) => a./*!*/b;',
  'a generator': 'function* g(a: any) { yield a./*!*/b; }\nexport const run = () => [...g(null)];',
  'a loop head': 'export function run() { const a: any = null; for (const x of a./*!*/b) { x; } }',
  'a loop body without braces':
    'export function run() { const a: any = null; for (const x of [1]) a./*!*/b(x); }',
  'a computed callback': [
    'import { computed, pattern } from "commonfabric";',
    'export const run = pattern(({ none }: any) => ({ a: computed(() => none./*!*/b) }));',
  ].join('\n'),
  'a captured name that is called': [
    'import { computed, pattern } from "commonfabric";',
    'export const run = pattern(({ none }: any) => ({ a: computed(() => /*!*/none()) }));',
  ].join('\n'),
  'an expression site': [
    'import { pattern, UI } from "commonfabric";',
    'export const run = pattern(({ none }: any) => ({ [UI]: <p>{1 + none./*!*/b}</p> }));',
  ].join('\n'),
  'a JSX attribute': [
    'import { pattern, UI } from "commonfabric";',
    'export const run = pattern(({ none }: any) => ({',
    '  [UI]: <p title={`a${none./*!*/b}`}>x</p>,',
    '}));',
  ].join('\n'),
  'a row callback': [
    'import { pattern } from "commonfabric";',
    'export const run = pattern(({ none }: any) => ({ a: [1].map((n) => n + none./*!*/b) }));',
  ].join('\n'),
  'module data': 'const a: any = null;\nexport const data = { x: a./*!*/b };',
  'a class method':
    'class A { m(a: any) { return a./*!*/b; } }\nexport const run = () => new A().m(null);',
  'an exported function called here':
    'export const helper: any = 1;\nexport const run = () => /*!*/helper();',
};

describe('the place of a throw', () => {
  for (const [name, text] of Object.entries(constructs)) {
    it(`is exact for ${name}`, async () => {
      expect(await thrownAt(text)).toBe('exact');
    });
    it(`is exact for ${name} on a line after CRLF and a tab`, async () => {
      if (text.startsWith('\ufeff')) return;
      expect(await thrownAt(`const before = "😀";\r\n\t${text}`)).toBe('exact');
    });
  }
});
