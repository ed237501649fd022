/** Small patterns that throw what nobody expects; the mark stands where it must be reported. */

export const PLACE = '«';
const imports =
  'import { UI, action, computed, derive, handler, lift, pattern, Writable } from "commonfabric";\n';

export const acting = (statements: string, top = ''): Readonly<Record<string, string>> => ({
  'main.tsx': `${imports}${top}\nexport default pattern(() => {\n  const go = action(async () => {\n    ${statements}\n  });\n  return { go };\n});\n`,
});
const body = (statements: string, top = ''): Readonly<Record<string, string>> => ({
  'main.tsx': `${imports}${top}\nexport default pattern<{ items?: number[] }>(({ items }) => {\n  ${statements}\n});\n`,
});

export interface Odd {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly says: RegExp;
  /** The authored functions of the stack, innermost first; none for what has no stack. */
  readonly frames: readonly string[];
  readonly during: string;
}

const afterGo = 'action go after go event';
export const odd: readonly Odd[] = [
  {
    name: 'a revoked Proxy',
    files: acting('const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); «throw proxy;'),
    says: /Proxy/,
    frames: [],
    during: afterGo,
  },
  {
    name: 'a cell',
    files: acting('const cell = new Writable(1); «throw cell;'),
    says: /a cell/,
    frames: [],
    during: afterGo,
  },
  {
    name: 'nothing, by a rejection',
    files: acting('await Promise.«reject();'),
    says: /undefined/,
    frames: [],
    during: afterGo,
  },
  {
    name: 'an error whose stack was emptied',
    files: acting('const e: any = new Error("bare"); e.stack = ""; «throw e;'),
    says: /bare/,
    frames: [],
    during: afterGo,
  },
  {
    name: 'what only looks like an error of a host',
    files: acting('«throw { name: "AbortError", message: "aborted", code: 20 };'),
    says: /aborted/,
    frames: [],
    during: afterGo,
  },
  {
    name: 'a class of its own, made by a helper',
    files: acting(
      'class Missing extends Error {}\n    const make = () => «new Missing("tea");\n    throw make();',
    ),
    says: /tea/,
    frames: ['Missing constructor', 'make', 'go action'],
    during: afterGo,
  },
  {
    name: 'thrown again after a wait',
    files: acting(
      'try { fail(); } catch (e) { await null; throw e; }',
      'function fail() { throw «new Error("first"); }',
    ),
    says: /first/,
    frames: ['fail', 'go action'],
    during: afterGo,
  },
  {
    name: 'a getter',
    files: acting('const o = { get x(): number { throw «new Error("got"); } };\n    o.x;'),
    says: /got/,
    frames: ['x', 'go action'],
    during: afterGo,
  },
  {
    name: 'a setter',
    files: acting('const o = { set x(v: number) { throw «new Error("set"); } };\n    o.x = 1;'),
    says: /set/,
    frames: ['x', 'go action'],
    during: afterGo,
  },
  {
    name: 'a generator',
    files: acting(
      'function* each() { yield 1; throw «new Error("second"); }\n    for (const n of each()) n;',
    ),
    says: /second/,
    frames: ['each', 'go action'],
    during: afterGo,
  },
  {
    name: 'an async generator',
    files: acting(
      'async function* each() { yield 1; throw «new Error("second"); }\n    for await (const n of each()) n;',
    ),
    says: /second/,
    frames: ['each', 'go action'],
    during: afterGo,
  },
  {
    name: 'a default parameter',
    files: acting(
      'const f = (n: number = bad()) => n;\n    f();',
      'function bad(): number { throw «new Error("default"); }',
    ),
    says: /default/,
    frames: ['bad', 'f', 'go action'],
    during: afterGo,
  },
  {
    name: 'a tag of a template',
    files: acting(
      'const tag = (...all: any[]) => { throw «new Error("tagged"); };\n    tag`a${1}`;',
    ),
    says: /tagged/,
    frames: ['tag', 'go action'],
    during: afterGo,
  },
  {
    name: 'a comparison of a sort',
    files: acting('[2, 1].sort(() => { throw «new Error("sorted"); });'),
    says: /sorted/,
    frames: ['sort callback', 'go action'],
    during: afterGo,
  },
  {
    name: 'a reviver',
    files: acting('JSON.parse("[1]", () => { throw «new Error("revived"); });'),
    says: /revived/,
    frames: ['parse callback', 'go action'],
    during: afterGo,
  },
  {
    name: 'an executor',
    files: acting('await new Promise(() => { throw «new Error("executed"); });'),
    says: /executed/,
    frames: ['Promise callback', 'go action'],
    during: afterGo,
  },
  {
    name: 'a finally',
    files: acting('try { throw new Error("hidden"); } finally { throw «new Error("shown"); }'),
    says: /shown/,
    frames: ['go action'],
    during: afterGo,
  },
  {
    name: 'an iterator',
    files: acting(
      'const list: any = { [Symbol.iterator]() { throw «new Error("iterated"); } };\n    [...list];',
    ),
    says: /iterated/,
    frames: ['anonymous function', 'go action'],
    during: afterGo,
  },
  {
    name: 'valueOf',
    files: acting('const o: any = { valueOf() { throw «new Error("valued"); } };\n    o + 1;'),
    says: /valued/,
    frames: ['valueOf', 'go action'],
    during: afterGo,
  },
  {
    name: 'a trap of a Proxy',
    files: acting(
      'const p: any = new Proxy({}, { get() { throw «new Error("trapped"); } });\n    p.x;',
    ),
    says: /trapped/,
    frames: ['get', 'go action'],
    during: afterGo,
  },
  {
    name: 'one of many promises',
    files: acting(
      'await Promise.all([1, 2].map(async (n) => { await null; if (n === 2) throw «new Error("two"); }));',
    ),
    says: /two/,
    frames: ['map callback', 'go action'],
    during: afterGo,
  },
  {
    name: 'toString in a view',
    files: body(
      'const bad = { toString() { throw «new Error("shown"); } };\n  return { [UI]: <p>{`${bad}`}</p> };',
    ),
    says: /shown/,
    frames: ['toString', 'default pattern body'],
    during: 'start of pattern default',
  },
  {
    name: 'a row of a view',
    files: body(
      'return { [UI]: <ul>{[1, 2].map((n) => <li>{fail(n)}</li>)}</ul> };',
      'function fail(n: number): string { if (n > 1) throw «new Error("row"); return "ok"; }',
    ),
    says: /row/,
    frames: ['fail', 'map callback', 'default pattern body'],
    during: 'start of pattern default',
  },
  {
    name: 'a lift',
    files: body(
      'return { a: twice(1) };',
      'const twice = lift((n: number): number => { throw «new Error("lifted"); });',
    ),
    says: /lifted/,
    frames: ['twice lift'],
    during: 'lift twice',
  },
  {
    name: 'a derive',
    files: body('return { a: derive(items, () => { throw «new Error("derived"); }) };'),
    says: /derived/,
    frames: ['derive callback'],
    during: 'derive a',
  },
  {
    name: 'a pattern inside another one',
    files: body(
      'return { a: Inner({}) };',
      'const Inner = pattern(() => ({ x: computed(() => { throw «new Error("inner"); }) }));',
    ),
    says: /inner/,
    frames: ['computed callback'],
    during: 'computed x',
  },
  {
    name: 'the loading of a sibling',
    files: {
      'rows.ts': 'const none: any = null;\nexport const first = none.«rows;\n',
      ...body('return { first };', 'import { first } from "./rows.ts";'),
    },
    says: /`none` is null/,
    frames: ['module scope', 'module scope'],
    during: 'loading of rows.ts',
  },
  {
    name: 'a promise that nobody waits for',
    files: {
      'main.tsx': `${imports}export default pattern(() => ({ go: action(() => { void Promise.resolve().then(() => { throw «new Error("late"); }); }) }));\n`,
    },
    says: /late/,
    frames: ['then callback'],
    during: 'a promise that was rejected after go event',
  },
];
