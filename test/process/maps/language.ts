/** What the language itself can do: functions, classes, loops, destructuring, modules. */
import type { Construct } from './construct.ts';

/** A helper of the module scope that a computation calls. */
const helper = (name: string, top: string, call = 'f(none)'): Construct => {
  const names = [...top.matchAll(/(?:^|; |} )(?:async )?(?:function\*? ?|class |const )(\w+)/g)];
  return {
    name,
    top,
    names: [...new Set(names.map(([, found = '']) => found))],
    out: `computed(() => ${call})`,
  };
};
/** Classes stand in functions only. */
const inClass = (name: string, classes: string, use: string): Construct => ({
  name: `class: ${name}`,
  top: `function f(x: any): any { ${classes} ${use} }`,
  names: ['f'],
  out: 'computed(() => f(none))',
});
const inside = (name: string, statements: string): Construct => ({
  name,
  out: `computed(() => { ${statements} })`,
});

export const language: readonly Construct[] = [
  helper('function', 'function f(x: any) { return x./*!*/n; }'),
  helper('arrow', 'const f = (x: any) => x./*!*/n;'),
  helper('function: parameter default', 'function f(x: any, y = x./*!*/n) { return y; }'),
  helper(
    'function: called by another',
    'function g(x: any) { return x./*!*/n; } function f(x: any) { return 1 + g(x); }',
  ),
  helper(
    'function: typed overload',
    'function f(x: number): any; function f(x: any): any { return x./*!*/n; }',
  ),
  helper('generator', 'function* f(x: any) { yield 1; yield x./*!*/n; }', '[...f(none)]'),
  helper(
    'generator: delegated',
    'function* g(x: any) { yield x./*!*/n; } function* f(x: any) { yield* g(x); }',
    '[...f(none)]',
  ),
  helper('getter', 'function f(x: any) { return { get y() { return x./*!*/n; } }; }', 'f(none).y'),
  helper(
    'setter',
    'function f(x: any): any { return { set y(v: any) { x.n /*!*/= v; } }; }',
    '{ f(none).y = 1; }',
  ),
  helper(
    'method of an object',
    'function f(x: any) { return { m() { return x./*!*/n; } }; }',
    'f(none).m()',
  ),
  helper('tagged template', 'function f(_parts: any, x: any) { return x./*!*/n; }', 'f`a${none}b`'),
  inClass('method', 'class A { m(x: any) { return x./*!*/n; } }', 'return new A().m(x);'),
  inClass('constructor', 'class A { constructor(x: any) { x./*!*/n; } }', 'new A(x);'),
  inClass(
    'getter',
    'class A { constructor(readonly x: any) {} get y() { return this.x./*!*/n; } }',
    'return new A(x).y;',
  ),
  inClass('static method', 'class A { static m(x: any) { return x./*!*/n; } }', 'return A.m(x);'),
  inClass(
    'private method',
    'class A { #p(x: any) { return x./*!*/n; } m(x: any) { return this.#p(x); } }',
    'return new A().m(x);',
  ),
  inClass('field', 'class A { y = (null as any)./*!*/n; }', 'new A();'),
  inClass(
    'super constructor',
    'class A { constructor(x: any) { x./*!*/n; } } class B extends A {}',
    'new B(x);',
  ),
  inClass(
    'super method',
    'class A { m(x: any) { return x./*!*/n; } } class B extends A { m(x: any) { return super.m(x); } }',
    'return new B().m(x);',
  ),
  helper(
    'iterator',
    'function f(x: any): any { return { *[Symbol.iterator]() { yield x./*!*/n; } }; }',
    '[...f(none)]',
  ),
  helper(
    'recursion',
    'function f(x: any, n = 3): any { return n === 0 ? x./*!*/n : f(x, n - 1); }',
  ),
  helper('closure', 'function f(x: any) { const g = () => x./*!*/n; return g(); }'),
  helper(
    'multi-line template before',
    'function f(x: any) { const t = `1\n2`; return t + x./*!*/n; }',
  ),
  {
    name: 'async helper',
    top: 'async function f(x: any) { await null; return x./*!*/n; }',
    names: ['f'],
    out: 'action(async () => { await f(none); })',
    event: true,
  },
  {
    name: 'async generator',
    top: 'async function* f(x: any) { yield 1; yield x./*!*/n; }',
    names: ['f'],
    out: 'action(async () => { for await (const each of f(none)) count.set(each); })',
    event: true,
  },
  {
    name: 'promise executor',
    out: 'action(() => new Promise(() => { none./*!*/n; }))',
    event: true,
  },
  {
    name: 'then callback',
    out: 'action(() => Promise.resolve(1).then(() => none./*!*/n))',
    event: true,
  },
  inside('optional chain', 'const a: any = { b: none }; return a?.b./*!*/c;'),
  inside('optional call', 'const a: any = { b: 1 }; return a?./*!*/b();'),
  inside('destructuring default', 'const { z = none./*!*/n } = {} as any; return z;'),
  inside('nested destructuring', 'const { a } = list.get()[0]; return a./*!*/n;'),
  inside('index', 'return none/*!*/[0];'),
  inside('call of a local', 'const f: any = text; return /*!*/f();'),
  inside('call of a call', 'const f: any = () => 1; return f()/*!*/();'),
  inside('method chain', 'return text.trim().trim()./*!*/nope(1);'),
  inside('constructor', 'const A: any = text; return /*!*/new A();'),
  inside('built-in that throws', "return JSON./*!*/parse('{' + text);"),
  inside('logical assignment', 'const o: any = {}; o.a ??= none./*!*/n; return o;'),
  inside('comma', 'return (1, none./*!*/n);'),
  inside('for of', 'for (const each of none./*!*/n) { return each; } return 1;'),
  inside('for body', 'for (let i = 0; i < 2; i++) none./*!*/n; return 1;'),
  inside('while head', 'while (none./*!*/n) { break; } return 1;'),
  inside('switch', 'switch (text) { default: return none./*!*/n; }'),
  inside('try and finally', 'try { return none./*!*/n; } finally { text; }'),
  inside('throw in catch', "try { none.n; } catch { throw /*!*/new Error('again'); }"),
  inside('undeclared name', 'return (nowhere as any)./*!*/x;'),
  inside('use before its line', 'const f = () => /*!*/late; f(); const late = 1; return late;'),
  inside(
    'write to a value that was read',
    'const all: any = list.get(); all.length /*!*/= 0; return all;',
  ),
  {
    name: 'JSON',
    imports: 'import data from "./data.json";',
    files: { 'data.json': '{ "a": null }' },
    out: 'computed(() => (data as any).a./*!*/n)',
  },
  {
    name: 're-export',
    imports: 'import { g } from "./barrel.ts";',
    files: {
      'barrel.ts': 'export { f as g } from "./far.ts";',
      'far.ts': 'export const before = 1;\n  export function f(x: any) { return x.n; }',
    },
    out: 'computed(() => g(1)./*!*/n)',
  },
  {
    name: 'export star',
    imports: 'import { f } from "./barrel.ts";',
    files: {
      'barrel.ts': 'export * from "./far.ts";',
      'far.ts': 'export const f = (x: any) => x;',
    },
    out: 'computed(() => f(none)./*!*/n)',
  },
  {
    name: 'module scope: data',
    alone: true,
    top: 'const bad: any = null; const data = { x: bad./*!*/b };',
    out: 'text',
  },
  {
    name: 'module scope: list',
    alone: true,
    top: 'const bad: any = null; const data = [1, bad./*!*/b];',
    out: 'text',
  },
  {
    name: 'module scope: call',
    alone: true,
    top: 'function f(x: any) { return x./*!*/n; } const data = f(null);',
    out: 'text',
  },
];
