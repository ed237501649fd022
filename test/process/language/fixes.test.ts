/**
 * Each quick fix through a real server: the mistake is made, the fix that the editor is offered is
 * applied, and the same run has the finding no more.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver/node';
import { requests } from '../../../server/protocol/client.ts';
import { startRealServer, type RealServer } from './real-server.ts';

const imports = 'import { action, computed, handler, pattern, Writable } from "commonfabric";\n';
const body = (statements: string, top = ''): string =>
  `${imports}${top}\nexport default pattern<{ none?: any; count?: Writable<number> }>(({ none, count }) => {\n  ${statements}\n});\n`;
const compute = (expression: string, top?: string): string =>
  body(`return { out: computed(() => ${expression}) };`, top);
const act = (statements: string, top?: string): string =>
  body(
    `const list = new Writable<any>([]);\n  return { go: action(async () => { ${statements} }) };`,
    top,
  );
const load = 'async function load() { return { n: { m: 2 } }; }';

interface Case {
  readonly name: string;
  readonly code: string;
  readonly text: string;
  readonly send?: true;
  /** What the mended text has. */
  readonly mended: string;
}

const cases: readonly Case[] = [
  {
    name: 'a property of nothing',
    code: 'PB1204',
    text: compute('none.title'),
    mended: 'none?.title',
  },
  {
    name: 'an element of nothing',
    code: 'PB1204',
    text: compute('none["title"]'),
    mended: 'none?.["title"]',
  },
  {
    name: '.get() on a plain value',
    code: 'PB1205',
    text: compute('(1 as any).get()'),
    mended: 'computed(() => (1 as any))',
  },
  {
    name: 'a spread of nothing',
    code: 'PB1211',
    text: compute('[...none]'),
    mended: '[...(none ?? [])]',
  },
  {
    name: 'a loop over nothing',
    code: 'PB1211',
    text: compute('{ for (const each of none.a) each; return 1; }').replace('none.a', 'none'),
    mended: 'of (none ?? [])',
  },
  {
    name: 'a constant that is assigned',
    code: 'PB1213',
    text: compute('{ const a: any = 1; a = 2; return a; }'),
    mended: 'let a: any = 1',
  },
  {
    name: 'a constant that counts',
    code: 'PB1213',
    text: compute('{ const a: any = 1; a++; return a; }'),
    mended: 'let a: any = 1',
  },
  {
    name: 'a class without new',
    code: 'PB1222',
    text: compute('make()', 'function make(): any { class A {} return (A as any)(); }'),
    mended: 'new (A as any)()',
  },
  {
    name: 'a text that is thrown',
    code: 'PB1202',
    text: act('throw "no";'),
    send: true,
    mended: 'throw new Error("no");',
  },
  {
    name: 'a forgotten await',
    code: 'PB1227',
    text: act('const answer: any = load(); count.set(answer.n.m);', load),
    send: true,
    mended: 'const answer: any = await load();',
  },
  {
    name: 'a promise in a cell',
    code: 'PB1279',
    text: act('count.set(load() as any);', load),
    send: true,
    mended: 'count.set(await load() as any)',
  },
  {
    name: 'a change of a value that was read',
    code: 'PB1252',
    text: act('(list.get() as any).push(2);'),
    send: true,
    mended: 'list.push(2)',
  },
  {
    name: 'a builder that is not imported',
    code: 'PB1118',
    text: compute('ifElse(true, 1, 2)'),
    mended: 'Writable, ifElse }',
  },
  {
    name: 'a global of another name',
    code: 'PB1117',
    text: compute('typeof global.JSON'),
    mended: 'globalThis.JSON',
  },
  {
    name: 'a microtask of another name',
    code: 'PB1117',
    text: act('queueMicrotask(() => undefined);'),
    mended: 'Promise.resolve().then(() => undefined)',
  },
];

describe('quick fixes', () => {
  let server: RealServer;
  beforeAll(async () => {
    server = await startRealServer({});
  });
  afterAll(() => server.stop());

  /** Opens and runs a text; gives what the editor shows for it. */
  const findings = async (file: string, text: string, send = false): Promise<Diagnostic[]> => {
    await server.open(file, text);
    const view = await server.ask(requests.run, { uri: server.uri(file) });
    if (send && view.alive) {
      await server.ask(requests.send, { runId: view.runId, stream: 'go' });
    }
    return server.pull(file);
  };

  it.each(cases)('$name', async ({ code, text, send, mended }) => {
    const file = `${code}-${cases.findIndex((each) => each.text === text)}.tsx`;
    const found = await findings(file, text, send);
    const finding = found.find((each) => each.code === code);
    expect(finding, JSON.stringify(found.map((each) => [each.code, each.message]))).toBeDefined();
    const [action] = await server.actions(file, finding ? [finding] : []);
    expect(action?.kind).toBe('quickfix');
    const edits = action?.edit?.changes?.[server.uri(file)] ?? [];
    const document = TextDocument.create(server.uri(file), 'typescriptreact', 1, text);
    const after = TextDocument.applyEdits(document, edits);
    expect(after).toContain(mended);
    const left = await findings(`mended-${file}`, after, send);
    expect(left.filter((each) => each.code === code)).toEqual([]);
    // A text that is thrown becomes an error that is thrown.
    const errors = left.filter((each) => each.severity === 1).map((each) => each.code);
    expect(errors).toEqual(code === 'PB1202' ? ['PB1201'] : []);
  });

  it.each([
    ['a write is no read', 'PB1204', act('(none.a as any) = 1;'), 'none'],
    [
      'state of the module stays',
      'PB1213',
      `${imports}const a = 1;\nexport const f = () => { a = 2; };`,
      '= 2',
    ],
    [
      'a function that is not async',
      'PB1227',
      compute('(() => { const p: any = load(); return p.n; })()', load),
      '.n;',
    ],
    ['a call with an argument', 'PB1205', compute('none.get(1)'), 'get(1)'],
  ])('%s: no fix', async (_name, code, text, at) => {
    const file = `none-${code}.tsx`;
    await server.open(file, text);
    const document = TextDocument.create('file:///a', 'typescriptreact', 1, text);
    const start = document.positionAt(text.indexOf(at));
    const finding: Diagnostic = {
      source: 'Patternbox',
      code,
      message: '',
      range: { start, end: start },
    };
    expect(await server.actions(file, [finding])).toEqual([]);
  });
});
