/** One small pattern for each mistake. */
import type { StreamEvent } from '../../../server/engine/index.ts';

export interface Mistake {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly send?: readonly StreamEvent[];
  readonly code: string;
  readonly says: RegExp;
  readonly help: RegExp;
}

const imports =
  'import { NAME, UI, action, cell, computed, handler, lift, pattern, Writable } from "commonfabric";\n' +
  'import type { Default } from "commonfabric";\n';

/** A pattern whose input is `text` (plain), `count` and `list` (cells). */
function body(statements: string, top = ''): Mistake['files'] {
  const text = `${imports}${top}
interface Input {
  text?: string | Default<'abc'>;
  none?: any | Default<null>;
  count?: Writable<number | Default<3>>;
  list?: Writable<{ n: number }[] | Default<[{ n: 1 }]>>;
}
export default pattern<Input>(({ text, none, count, list }) => {
  ${statements}
});
`;
  return { 'main.tsx': text };
}
const compute = (expression: string, top = ''): Mistake['files'] =>
  body(`return { out: computed(() => ${expression}) };`, top);
const act = (statements: string, top = ''): Pick<Mistake, 'files' | 'send'> => ({
  files: body(`return { go: action(async () => { ${statements} }) };`, top),
  send: [{ stream: 'go' }],
});

export const mistakes: readonly Mistake[] = [
  {
    name: 'a global of the browser',
    files: compute('localStorage.getItem("a")'),
    code: 'PB1203',
    says: /localStorage/,
    help: /cell/i,
  },
  {
    name: 'a timer',
    ...act('setTimeout(() => count.set(1), 10);'),
    code: 'PB1203',
    says: /setTimeout/,
    help: /./,
  },
  {
    name: 'process and its environment',
    files: compute('process.env.KEY'),
    code: 'PB1203',
    says: /process/,
    help: /./,
  },
  {
    name: 'a property of null',
    files: compute('none.title'),
    code: 'PB1204',
    says: /`none` is null/,
    help: /none\?\.title/,
  },
  {
    name: '.get() on a plain value',
    files: body(
      'return { go: add({ text }) };',
      'const add = handler<void, { text: string }>((_event, { text }) => { (text as any).get(); });',
    ),
    send: [{ stream: 'go' }],
    code: 'PB1205',
    says: /plain value/,
    help: /Leave out/,
  },
  {
    name: '.set() on a plain value',
    files: body(
      'return { go: add({ text }) };',
      'const add = handler<void, { text: string }>((_event, { text }) => { (text as any).set("b"); });',
    ),
    send: [{ stream: 'go' }],
    code: 'PB1205',
    says: /plain value/,
    help: /Writable/,
  },
  {
    name: 'the clock in a computed',
    files: compute('Date.now()'),
    code: 'PB1206',
    says: /Date\.now/,
    help: /handler/,
  },
  {
    name: 'chance in a computed',
    files: compute('Math.random()'),
    code: 'PB1206',
    says: /Math\.random/,
    help: /handler/,
  },
  {
    name: 'new Date() in a computed',
    files: compute('new Date().getFullYear()'),
    code: 'PB1206',
    says: /Date/,
    help: /handler/,
  },
  {
    name: 'module data is changed',
    ...act('LIST.push(2);', 'const LIST: number[] = [1];'),
    code: 'PB1207',
    says: /frozen/,
    help: /copy/,
  },
  {
    name: 'a built-in object is changed',
    ...act('(Array.prototype as any).last = 1;'),
    code: 'PB1207',
    says: /frozen/,
    help: /copy/,
  },
  {
    name: 'a value that was read is changed',
    ...act('(list.get() as any).push({ n: 2 });'),
    code: 'PB1252',
    says: /read-only/,
    help: /copy/,
  },
  {
    name: 'endless recursion',
    files: compute('again(1)', 'function again(n: number): number { return again(n + 1); }'),
    code: 'PB1208',
    says: /stack/,
    help: /recursion/,
  },
  {
    name: 'a call of something else',
    files: compute('(text as any)()'),
    code: 'PB1209',
    says: /`text` was called/,
    help: /spelling/,
  },
  {
    name: 'a list method on something else',
    files: compute('(none ?? 1).map((x: any) => x)'),
    code: 'PB1210',
    says: /\.map\(\)/,
    help: /default/,
  },
  {
    name: 'a spread of nothing',
    files: compute('[...none]'),
    code: 'PB1211',
    says: /not a list/,
    help: /\?\? \[\]/,
  },
  {
    name: 'a constant is assigned',
    files: compute('{ const a: any = 1; a = 2; return a; }'),
    code: 'PB1213',
    says: /const/,
    help: /let/,
  },
  {
    name: 'a constant before its line',
    files: compute('{ const f = () => late; f(); const late = 1; return late; }'),
    code: 'PB1214',
    says: /late/,
    help: /Move/,
  },
  {
    name: 'a name that nothing declares',
    files: compute('(nowhere as any).x'),
    code: 'PB1119',
    says: /nowhere/,
    help: /./,
  },
  {
    name: 'a builder that is not imported',
    files: compute('(ifElse as any)(1, 2, 3)'),
    code: 'PB1118',
    says: /ifElse/,
    help: /import \{ ifElse \}/,
  },
  {
    name: 'JSON of a value that refers to itself',
    files: compute('{ const a: any = {}; a.a = a; return JSON.stringify(a); }'),
    code: 'PB1216',
    says: /itself/,
    help: /id/,
  },
  {
    name: 'JSON that is none',
    files: compute('JSON.parse("{" + text)'),
    code: 'PB1217',
    says: /JSON/,
    help: /catch/,
  },
  {
    name: 'a class without new',
    files: compute('make()', 'function make(): any { class A {} return (A as any)(); }'),
    code: 'PB1222',
    says: /`A` is a class/,
    help: /new A/,
  },
  {
    name: 'a property set on nothing',
    ...act('(none as any).title = 1;'),
    code: 'PB1225',
    says: /title/,
    help: /./,
  },
  {
    name: 'an event without data',
    files: body(
      'return { go: add({ count }) };',
      'const add = handler<{ by: number }, { count: Writable<number> }>(({ by }, { count }) => { count.set(by); });',
    ),
    send: [{ stream: 'go' }],
    code: 'PB1226',
    says: /no data/,
    help: /go=/,
  },
  {
    name: 'a string is thrown',
    ...act('throw "no";'),
    code: 'PB1202',
    says: /not an Error/,
    help: /throw new Error/,
  },
  {
    name: 'a write to a computed',
    files: body(
      'const c = computed(() => 1); return { c, go: action(() => { (c as any).set(2); }) };',
    ),
    send: [{ stream: 'go' }],
    code: 'PB1251',
    says: /computed/,
    help: /cell/,
  },
  {
    name: 'a forgotten await',
    ...act(
      'const answer: any = load(); count.set(answer.n.m);',
      'async function load() { return { n: 1 }; }',
    ),
    code: 'PB1227',
    says: /promise/i,
    help: /await/,
  },
  {
    name: 'a promise in a cell',
    ...act('count.set(load() as any);', 'async function load() { return 1; }'),
    code: 'PB1279',
    says: /promise/i,
    help: /await/,
  },
  {
    name: 'the network',
    ...act('await fetch("https://example.com");'),
    code: 'PB1401',
    says: /network/,
    help: /./,
  },
  {
    name: 'a package',
    files: { 'main.tsx': 'import _ from "lodash";\nexport const a = _;\n' },
    code: 'PB1004',
    says: /lodash/,
    help: /./,
  },
  {
    name: 'state in a variable of the module',
    files: compute('{ total += 1; return total; }', 'let total = 0;'),
    code: 'PB1103',
    says: /total/,
    help: /./,
  },
];
