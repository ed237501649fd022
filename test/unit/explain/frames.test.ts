import { describe, expect, it } from 'vitest';
import { createExplainer } from '../../../server/explain/index.ts';
import { RUNTIME_URL, SES_URL } from '../../../server/protocol/frame.ts';
import type { RunError } from '../../../server/protocol/index.ts';
import type { RawFrame } from '../../../server/protocol/wire.ts';
import { compile, explainRun, failure, thrown } from './guest.ts';

/** The place of the marker comment's following character in one of the files, counted from one. */
function placeOf(text: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf('/*!*/') + '/*!*/'.length);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

const head = "import { pattern, computed, handler, UI } from 'commonfabric';\n";

describe('places', () => {
  const bodies: Readonly<Record<string, string>> = {
    'a throw': 'export function run() {\n  throw /*!*/new Error("x");\n}',
    'a call of nothing': 'export const run = (a: any) => a./*!*/b.c.d;',
    'a method that is missing': 'export const run = (a: { b?: any } = {}) => a.b?.c ?? a./*!*/c();',
    'an arrow in a map': 'export const run = () => [1].map((n) => (n as any)./*!*/b());',
    'a template': 'export const run = (a: any) => `${a./*!*/b.c}`;',
    'a getter': 'export const run = () => ({ get a() { throw /*!*/new Error("x"); } }).a;',
    'a class': 'export const run = () => new (class { x = (undefined as any)./*!*/y; })();',
    'a default parameter': 'export function run(a = (null as any)./*!*/b) { return a; }',
    'after astral characters': 'export const run = () => { "𝒳𝒴"; throw /*!*/new Error("x"); };',
    'after a tab': 'export const run = () => {\n\tthrow /*!*/new Error("x");\n};',
    'after types':
      'type A<T> = { [K in keyof T]: T };\nexport const run = <T,>(a: A<T>): T => { throw /*!*/new Error("x"); };',
    'a builder': 'export const run = computed(() => { throw /*!*/new Error("x"); });',
  };
  it.each(Object.entries(bodies))('%s', async (_name, body) => {
    const text = head + body;
    const error = await explainRun({ 'main.tsx': text }, ({ run }) => run?.());
    expect(error.location).toMatchObject({ file: 'main.tsx', ...placeOf(text) });
    expect(error.frames[0]).toMatchObject({ ...placeOf(text), kind: 'pattern', mapped: true });
  });

  it('is exact on line 1, with a byte order mark and with CRLF', async () => {
    const text = '\ufeffexport const run = () => { throw /*!*/new Error("x"); };\r\n';
    const error = await explainRun({ 'main.ts': text }, ({ run }) => run?.());
    const { line, column } = placeOf(text);
    expect(error.location).toMatchObject({ line, column: column - 1 });
    const crlf =
      'const a = 1;\r\n\r\nexport const run = () => {\r\n  throw /*!*/new Error("x");\r\n};';
    const second = await explainRun({ 'main.ts': crlf }, ({ run }) => run?.());
    expect(second.location).toMatchObject({ line: 4, column: 14 });
  });

  it('ends where the innermost node ends that begins there', async () => {
    const text = 'export const run = () => { throw new Error("x" + 1); };';
    const error = await explainRun({ 'main.ts': text }, ({ run }) => run?.());
    expect(error.location).toEqual({
      file: 'main.ts',
      line: 1,
      column: 34,
      endLine: 1,
      endColumn: 52,
    });
  });
});

const shop = {
  'main.tsx': [
    "import { pattern, computed, UI } from 'commonfabric';",
    "import { total } from './prices.ts';",
    'export default pattern<{ items: any[] }>(({ items }) => {',
    '  const count = items.length;',
    '  return { [UI]: <ul>{items.map((item) => <li>{total(item) + count}</li>)}</ul> };',
    '});',
  ].join('\n'),
  'prices.ts': [
    'export function total(item: any) {',
    '  return cents(item);',
    '}',
    'const cents = (item: any) => {',
    '  return item.price.amount * 100;',
    '};',
  ].join('\n'),
};

type Start = Parameters<typeof explainRun>[1];
const openShop: Start = ({ default: main }) => main?.({ items: [{}] });

function brief({ frames }: RunError): string[] {
  return frames.map((frame) => `${frame.function} ${frame.file}:${frame.line}:${frame.column}`);
}

describe('frames', () => {
  it("are the author's, one for each call that was written", async () => {
    const error = await explainRun(shop, openShop);
    expect(brief(error)).toEqual([
      'cents prices.ts:5:21',
      'total prices.ts:2:10',
      expect.stringMatching(/^.* main\.tsx:5:48$/),
      'default pattern body main.tsx:5:29',
    ]);
    expect(error.hiddenFrames).toBeGreaterThan(0);
    expect(error.message).toBe('`item.price` is undefined, so its `amount` cannot be read.');
  });

  it('are all there when debugging, each with its kind', async () => {
    const normal = await explainRun(shop, openShop);
    const error = await explainRun(shop, openShop, { debug: true });
    expect(error.hiddenFrames).toBe(0);
    expect(error.frames.filter(({ kind }) => kind === 'pattern')).toEqual(normal.frames);
    expect(error.frames.length).toBe(normal.frames.length + normal.hiddenFrames);
    expect(error.frames.find(({ kind }) => kind === 'runtime')).toMatchObject({
      file: 'guest.js',
      mapped: false,
    });
  });

  it('fold recursion', async () => {
    const files = {
      'main.ts': [
        'export function run(n: number): number {',
        '  if (n === 0) throw new RangeError("deep");',
        '  return run(n - 1);',
        '}',
      ].join('\n'),
    };
    const error = await explainRun(files, ({ run }) => run?.(20));
    expect(error.frames).toHaveLength(2);
    expect(error.frames[1]).toMatchObject({ function: 'run', line: 3, repeated: 20 });
  });

  it('keep async callers', async () => {
    const files = {
      'main.ts': [
        'async function inner() { await null; throw new Error("late"); }',
        'export async function run() { await inner(); }',
      ].join('\n'),
    };
    const error = await explainRun(files, ({ run }) => run?.());
    expect(brief(error)).toEqual(['inner main.ts:1:44', 'run main.ts:2:31']);
    expect(error.frames[1]?.async).toBe(true);
  });
});

describe('frames of other code', () => {
  const raw = (about: Partial<Omit<RawFrame, 'constructor'>>): RawFrame => ({
    functionName: 'f',
    url: null,
    line: 1,
    column: 1,
    async: false,
    constructor: false,
    native: false,
    ...about,
  });

  it('are classified by their origin and tell no path', async () => {
    const explainer = await createExplainer(compile({ 'main.ts': 'export const a = 1;' }), {
      debug: true,
    });
    const frames = [
      raw({ url: RUNTIME_URL }),
      raw({ url: SES_URL }),
      raw({ functionName: 'eval' }),
      raw({}),
      raw({ native: true }),
      raw({ functionName: 'map', line: null, column: null }),
      raw({ url: 'node:internal/process/task_queues' }),
      raw({ url: 'file:///home/someone/secret/place.js' }),
      raw({ url: 'C:\\Users\\someone\\other.js' }),
      raw({ url: 'patternbox:///main.ts?ffffffff' }),
    ];
    const error = explainer.failure(failure({ thrown: thrown({ frames }) }));
    expect(error.frames.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
      'runtime guest.js',
      'ses ses.js',
      'ses <evaluated>',
      'external <evaluated>',
      'external <built-in>',
      'external <built-in>',
      'external node:internal/process/task_queues',
      'external place.js',
      'external other.js',
      'external main.ts',
    ]);
    expect(JSON.stringify(error)).not.toContain('someone');
    explainer.dispose();
  });

  it('of the author that cannot be mapped are marked, not dropped and not invented', async () => {
    const graph = compile({ 'main.ts': 'export const a = 1;' });
    const url = graph.records[0]?.sourceURL ?? '';
    const explainer = await createExplainer(graph, { debug: false });
    const frames = [
      raw({ url, line: 9_000, column: 1 }),
      raw({ url, line: null, column: null }),
      raw({ url, line: -1, column: -1 }),
    ];
    const error = explainer.failure(failure({ thrown: thrown({ frames }) }));
    expect(error.frames).toHaveLength(3);
    expect(error.frames.every(({ kind, mapped }) => kind === 'pattern' && !mapped)).toBe(true);
    expect(error.location).toBeNull();
    explainer.dispose();
  });
});
