/** One small pattern for each mistake. */
import type { StreamEvent } from '../../../server/engine/index.ts';

export interface Mistake {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly send?: readonly StreamEvent[];
  readonly code: string;
  readonly says: RegExp;
  readonly help: RegExp;
  /** What the text has once the quick fix is applied; absent where none is safe. */
  readonly mended?: string;
}

/** Stands in a text where the finding must point, line and column. */
export const PLACE = '«';

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

const increment =
  'const inc = handler<void, { count: Writable<number> }>((_event, { count }) => { count.set(1); });';

export const mistakes: readonly Mistake[] = [
  {
    name: 'a global of the browser',
    files: compute('localStorage.«getItem("a")'),
    code: 'PB1203',
    says: /localStorage/,
    help: /cell/i,
  },
  {
    name: 'a timer',
    ...act('«setTimeout(() => count.set(1), 10);'),
    code: 'PB1203',
    says: /setTimeout/,
    help: /./,
  },
  {
    name: 'process and its environment',
    files: compute('process.«env.KEY'),
    code: 'PB1203',
    says: /process/,
    help: /./,
  },
  {
    name: 'a property of null',
    files: compute('none.«title'),
    code: 'PB1204',
    says: /`none` is null/,
    help: /none\?\.title/,
    mended: 'none?.title',
  },
  {
    name: '.get() on a plain value',
    files: body(
      'return { go: add({ text }) };',
      'const add = handler<void, { text: string }>((_event, { text }) => { (text as any).«get(); });',
    ),
    send: [{ stream: 'go' }],
    code: 'PB1205',
    says: /plain value/,
    help: /Leave out/,
    mended: '(text as any); });',
  },
  {
    name: '.set() on a plain value',
    files: body(
      'return { go: add({ text }) };',
      'const add = handler<void, { text: string }>((_event, { text }) => { (text as any).«set("b"); });',
    ),
    send: [{ stream: 'go' }],
    code: 'PB1205',
    says: /plain value/,
    help: /Writable/,
  },
  {
    name: 'the clock in a computed',
    files: compute('Date.«now()'),
    code: 'PB1206',
    says: /Date\.now/,
    help: /handler/,
  },
  {
    name: 'chance in a computed',
    files: compute('Math.«random()'),
    code: 'PB1206',
    says: /Math\.random/,
    help: /handler/,
  },
  {
    name: 'new Date() in a computed',
    files: compute('«new Date().getFullYear()'),
    code: 'PB1206',
    says: /Date/,
    help: /handler/,
  },
  {
    name: 'module data is changed',
    ...act('LIST.«push(2);', 'const LIST: number[] = [1];'),
    code: 'PB1207',
    says: /frozen/,
    help: /copy/,
  },
  {
    name: 'a built-in object is changed',
    ...act('(Array.prototype as any).last «= 1;'),
    code: 'PB1207',
    says: /frozen/,
    help: /copy/,
  },
  {
    name: 'a value that was read is changed',
    ...act('(list.get() as any).«push({ n: 2 });'),
    code: 'PB1252',
    says: /read-only/,
    help: /copy/,
    mended: 'list.push({ n: 2 })',
  },
  {
    name: 'endless recursion',
    files: compute('again(1)', 'function again(n: number«): number { return again(n + 1); }'),
    code: 'PB1208',
    says: /stack/,
    help: /recursion/,
  },
  {
    name: 'a call of something else',
    files: compute('(«text as any)()'),
    code: 'PB1209',
    says: /`text` was called/,
    help: /spelling/,
  },
  {
    name: 'a list method on something else',
    files: compute('(none ?? 1).«map((x: any) => x)'),
    code: 'PB1210',
    says: /\.map\(\)/,
    help: /default/,
  },
  {
    name: 'a spread of nothing',
    files: compute('[...«none]'),
    code: 'PB1211',
    says: /not a list/,
    help: /\?\? \[\]/,
    mended: '[...(none ?? [])]',
  },
  {
    name: 'a constant is assigned',
    files: compute('{ const a: any = 1; a «= 2; return a; }'),
    code: 'PB1213',
    says: /const/,
    help: /let/,
    mended: 'let a: any = 1',
  },
  {
    name: 'a constant before its line',
    files: compute('{ const f = () => «late; f(); const late = 1; return late; }'),
    code: 'PB1214',
    says: /late/,
    help: /Move/,
  },
  {
    name: 'a name that nothing declares',
    files: compute('(«nowhere as any).x'),
    code: 'PB1119',
    says: /nowhere/,
    help: /./,
  },
  {
    name: 'a builder that is not imported',
    files: compute('(«ifElse as any)(1, 2, 3)'),
    code: 'PB1118',
    says: /ifElse/,
    help: /import \{ ifElse \}/,
    mended: ', ifElse }',
  },
  {
    name: 'JSON of a value that refers to itself',
    files: compute('{ const a: any = {}; a.a = a; return JSON.«stringify(a); }'),
    code: 'PB1216',
    says: /itself/,
    help: /id/,
  },
  {
    name: 'JSON that is none',
    files: compute('JSON.«parse("{" + text)'),
    code: 'PB1217',
    says: /JSON/,
    help: /catch/,
  },
  {
    name: 'a class without new',
    files: compute('make()', 'function make(): any { class A {} return («A as any)(); }'),
    code: 'PB1222',
    says: /`A` is a class/,
    help: /new A/,
    mended: 'new (A as any)()',
  },
  {
    name: 'a property set on nothing',
    ...act('(none as any).title «= 1;'),
    code: 'PB1225',
    says: /title/,
    help: /./,
  },
  {
    name: 'an event without data',
    files: body(
      'return { go: add({ count }) };',
      'const add = handler<{ by: number }, { count: Writable<number> }>(({ «by }, { count }) => { count.set(by); });',
    ),
    send: [{ stream: 'go' }],
    code: 'PB1226',
    says: /no data/,
    help: /go=/,
  },
  {
    name: 'a string is thrown',
    ...act('«throw "no";'),
    code: 'PB1202',
    says: /not an Error/,
    help: /throw new Error/,
    mended: 'throw new Error("no")',
  },
  {
    name: 'a write to a computed',
    files: body(
      'const c = computed(() => 1); return { c, go: action(() => { (c as any).«set(2); }) };',
    ),
    send: [{ stream: 'go' }],
    code: 'PB1251',
    says: /computed/,
    help: /cell/,
  },
  {
    name: 'a forgotten await',
    ...act(
      'const answer: any = load(); count.set(answer.n.«m);',
      'async function load() { return { n: 1 }; }',
    ),
    code: 'PB1227',
    says: /promise/i,
    help: /await/,
    mended: 'await load()',
  },
  {
    name: 'a promise in a cell',
    ...act('count.«set(load() as any);', 'async function load() { return 1; }'),
    code: 'PB1279',
    says: /promise/i,
    help: /await/,
    mended: 'set(await load()',
  },
  {
    name: 'the network',
    ...act('await «fetch("https://example.com");'),
    code: 'PB1401',
    says: /network/,
    help: /./,
  },
  {
    name: 'a package',
    files: { 'main.tsx': 'import _ from «"lodash";\nexport const a = _;\n' },
    code: 'PB1004',
    says: /lodash/,
    help: /./,
  },
  {
    name: 'state in a variable of the module',
    files: compute('{ total += 1; return total; }', '«let total = 0;'),
    code: 'PB1103',
    says: /total/,
    help: /./,
  },
  {
    name: 'a hook of another framework',
    files: body('const [n, set] = («useState as any)(0); return { n, set };'),
    code: 'PB1117',
    says: /useState/,
    help: /Writable/,
  },
  {
    name: 'an effect of another framework',
    files: body('(«useEffect as any)(() => {}, []); return {};'),
    code: 'PB1203',
    says: /useEffect/,
    help: /computed/,
  },
  {
    name: 'a package of another framework',
    files: { 'main.tsx': 'import { useState } from «"react";\nexport const a = useState;\n' },
    code: 'PB1004',
    says: /react/,
    help: /cells/,
  },
  {
    name: 'require of a module',
    files: { 'main.tsx': 'const fs = «require("fs");\nexport const a = fs;\n' },
    code: 'PB1114',
    says: /require\("fs"\)/,
    help: /import/,
  },
  {
    name: 'a misspelt import',
    files: {
      'main.tsx':
        'import { «computd, pattern } from "commonfabric";\nexport default pattern(() => ({ a: computd(() => 1) }));\n',
    },
    code: 'PB1018',
    says: /computd/,
    help: /"computed"/,
    mended: 'computed(() => 1)',
  },
  {
    name: 'a misspelt name',
    files: body('const shown = 1; return { a: «shwn };'),
    code: 'PB1119',
    says: /shwn/,
    help: /`shown`/,
    mended: 'a: shown',
  },
  {
    name: 'a misspelt method of a cell',
    ...act('count.«sett(1);'),
    code: 'PB1025',
    says: /sett/,
    help: /`set`/,
    mended: 'count.set(1)',
  },
  {
    name: 'a property that a cell does not have',
    files: compute('count.«value'),
    code: 'PB1025',
    says: /`value`/,
    help: /count\.get\(\)/,
  },
  {
    name: 'an assignment to a cell',
    ...act('(count as any).value «= 5;'),
    code: 'PB1263',
    says: /"count" is a cell/,
    help: /\.set\(/,
  },
  {
    name: 'a cell compared with a value',
    files: compute('«count === 3'),
    code: 'PB1024',
    says: /is a cell here/,
    help: /count\.get\(\)/,
    mended: 'count.get() === 3',
  },
  {
    name: 'a cell calculated with',
    ...act('count.set(«count + 1);'),
    code: 'PB1024',
    says: /is a cell here/,
    help: /count\.get\(\)/,
    mended: 'count.get() + 1',
  },
  {
    name: 'a decision in the body of a pattern',
    files: body('«if (text === "a") return { a: 1 }; return { a: 2 };'),
    code: 'PB1023',
    says: /decided once.*`text`/,
    help: /ifElse/,
  },
  {
    name: 'a loop in the body of a pattern',
    files: body(
      'const rows: any[] = []; «for (const each of list as any) rows.push(each); return { rows };',
    ),
    code: 'PB1023',
    says: /decided once.*`list`/,
    help: /\.map/,
  },
  {
    name: 'an async pattern',
    files: { 'main.tsx': `${imports}export default pattern(«async () => ({}));\n` },
    code: 'PB1021',
    says: /async/,
    help: /handler/,
  },
  {
    name: 'a pattern that returns nothing',
    files: { 'main.tsx': `${imports}export default «pattern(() => { const a = 1; a; });\n` },
    code: 'PB1022',
    says: /returns nothing/,
    help: /\[UI\]/,
  },
  {
    name: 'a computed with braces and without return',
    files: body('const d = «computed(() => { count.get() * 2; }); return { d };'),
    code: 'PB1022',
    says: /returns nothing/,
    help: /return/,
  },
  {
    name: 'a computed without a function',
    files: body('const d = «computed((count.get() + 1) as any); return { d };'),
    code: 'PB1256',
    says: /needs a function/,
    help: /=>/,
    mended: 'computed(() => (count.get() + 1) as any)',
  },
  {
    name: 'a view that is returned as it is',
    files: body('return «<p>{text}</p>;'),
    code: 'PB1031',
    says: /returns a view/,
    help: /\[UI\]/,
  },
  {
    name: 'UI without its brackets',
    files: body('return { «UI: <p>{text}</p> };'),
    code: 'PB1032',
    says: /ordinary key/,
    help: /\[UI\]/,
    mended: '{ [UI]: <p>',
  },
  {
    name: 'rows with braces and without return',
    files: body('return { [UI]: <ul>{list.map((x) => { «<li>{x.n}</li> })}</ul> };'),
    code: 'PB1033',
    says: /thrown away/,
    help: /return/,
  },
  {
    name: 'an event with a text',
    files: body('return { [UI]: <button onClick=«"count.set(1)">x</button> };'),
    code: 'PB1026',
    says: /onClick/,
    help: /=>/,
  },
  {
    name: 'an event with a call',
    files: body('return { [UI]: <button onClick={«count.set(1)}>x</button> };'),
    code: 'PB1027',
    says: /onClick/,
    help: /function/,
    mended: 'onClick={() => count.set(1)}',
  },
  {
    name: 'a misspelt event',
    files: body('return { [UI]: <button «onClik={() => count.set(1)}>x</button> };'),
    code: 'PB1030',
    says: /onClik/,
    help: /onClick/,
    mended: 'onClick={',
  },
  {
    name: 'a misspelt element',
    files: body('return { [UI]: <«cf-buton>x</cf-buton> };'),
    code: 'PB1030',
    says: /cf-buton/,
    help: /cf-button/,
    mended: '<cf-button>x</cf-button>',
  },
  {
    name: 'a handler without binding',
    files: body('return { [UI]: <button onClick={«inc}>x</button> };', increment),
    code: 'PB1028',
    says: /not bound/,
    help: /inc\(\{ count \}\)/,
  },
  {
    name: 'a handler bound without a part of its state',
    files: body('return { go: inc(«{ cuont: count } as any) };', increment),
    code: 'PB1029',
    says: /needs `count`/,
    help: /not `cuont`/,
  },
  {
    name: 'an action that is called',
    files: body(
      'const add = action(() => { count.set(1); }); return { go: action(() => { «add(); }) };',
    ),
    code: 'PB1034',
    says: /stream of events/,
    help: /add\.send/,
    mended: 'add.send()',
  },
  {
    name: 'an event sent to a plain value',
    ...act('(text as any).«send(1);'),
    code: 'PB1258',
    says: /not a stream/,
    help: /\.set\(/,
  },
  {
    name: 'an event that is read without data',
    files: body(
      'return { go: add({ count }) };',
      'const add = handler<any, { count: Writable<number> }>((event, { count }) => { count.set(event.«by); });',
    ),
    send: [{ stream: 'go' }],
    code: 'PB1226',
    says: /no data/,
    help: /go=/,
  },
  {
    name: 'a computed that writes what it reads',
    files: body(
      'const d = «computed(() => { count.set(count.get() + 1); return 1; }); return { d, count };',
    ),
    code: 'PB1270',
    says: /keep changing/,
    help: /same result/,
  },
  {
    name: 'a binding to a plain value',
    files: body('return { [UI]: «<cf-input $value={"x"} /> };'),
    code: 'PB1255',
    says: /\$value/,
    help: /Writable/,
  },
];
