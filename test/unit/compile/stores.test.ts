import { describe, expect, it } from 'vitest';
import { graphOf, runGraph, sourceOf } from './support.ts';

/** Runs `body` as a function and gives what it returns. */
function evaluate(body: string): unknown {
  const { exports } = runGraph(
    graphOf({ 'main.ts': `export function run() {\n${body}\n}` }, 'main.ts'),
  );
  return (exports['run'] as () => unknown)();
}

const same: Readonly<Record<string, readonly [string, unknown]>> = {
  'a receiver': ['const o = { v: 1, m() { return this.v; } }; return o.m();', 1],
  'a parenthesised receiver': ['const o = { v: 1, m() { return this.v; } }; return (o.m)();', 1],
  'an optional call': ['const o: any = { m() { return this === o; } }; return o?.m?.();', true],
  'a short circuit': ['let n = 0; const o: any = null; o?.m(n++).x.y(n++); return n;', 0],
  'a chain that goes on': ['const o: any = { a: () => null }; return o?.a()?.b.c;', undefined],
  'a non-null chain': ['const o: any = undefined; return o?.a()!.b;', undefined],
  'super calls': [
    'class A { v = 1; m() { return this.v; } } class B extends A { constructor() { super(); this.v = 2; } override m() { return super.m() + 1; } } return new B().m();',
    3,
  ],
  'tagged templates': [
    'const t = (s: any, ...v: any[]) => s.raw.join("|") + v.join(); return t`a${1}b`;',
    'a|b1',
  ],
  'a method as tag': ['const o = { v: 1, t(_: any) { return this.v; } }; return o.t`x`;', 1],
  delete: [
    'const o: any = { a: 1 }; const f = () => o; delete f().a; return Object.keys(o).length;',
    0,
  ],
  typeof: ['const f = () => 1; return typeof f();', 'number'],
  'assignment to a call result': [
    'const o: any = {}; const f = () => o; f().a = 1; f().a += 1; return o.a;',
    2,
  ],
  'spread arguments': [
    'const f = (...a: number[]) => a.length; return f(...[1, 2].concat([3]));',
    3,
  ],
  'object literal bodies': ['const f = () => ({ a: 1 }); return f().a;', 1],
  directives: [
    'const f = function () { "use strict"; return this as any; }; return f();',
    undefined,
  ],
  'loops without braces': [
    'let n = 0; for (const x of [1, 2]) n += x; while (n < 5) n++; do n++; while (n < 8); for (const k in { a: 1 }) if (k) n++; return n;',
    9,
  ],
  labels: [
    'let n = 0; outer: for (;;) { for (;;) { n++; if (n > 2) break outer; continue outer; } } return n;',
    3,
  ],
  'default parameters': ['const g = () => 2; const f = (a = g()) => a; return f();', 2],
  generators: [
    'function* g(): any { const x = yield 1; yield x; } const i = g(); i.next(); return i.next(5).value;',
    5,
  ],
  'getters and setters': [
    'const o = { _a: 1, get a() { return this._a; }, set a(v) { this._a = v + 1; } }; o.a = 4; return o.a;',
    5,
  ],
  'static blocks': [
    'class A { static n = [1].map((x) => x + 1)[0]; static m = 0; static { A.m = A.n! + 1; } } return A.m;',
    3,
  ],
  'private methods': [
    'class A { #x = 1; #m() { return this.#x; } n() { return this.#m(); } } return new A().n();',
    1,
  ],
  'new.target': [
    'function A(this: any) { return { t: new.target === A }; } return new (A as any)().t;',
    true,
  ],
  'parameter properties': [
    'class A { constructor(private x: number) {} get() { return this.x; } } return new A(4).get();',
    4,
  ],
  'chained calls with the store in an argument': [
    'return " a-b ".trim().split("-").join("+");',
    'a+b',
  ],
};

describe('code with stores', () => {
  for (const [name, [body, expected]] of Object.entries(same)) {
    it(`means the same: ${name}`, () => {
      expect(evaluate(body)).toEqual(expected);
    });
  }

  it('awaits as authored', async () => {
    expect(
      await evaluate(
        'return (async () => { for await (const x of [Promise.resolve(2)]) return x + (await Promise.resolve(1)); })();',
      ),
    ).toBe(3);
  });
});

describe('the stored place', () => {
  /** Where the register points when the native callback at the marker runs. */
  function placeWhen(body: string): string {
    const text = `export function run(probe) {\n${body}\n}`;
    const graph = graphOf({ 'main.js': text }, 'main.js');
    const { exports, register } = runGraph(graph);
    let seen = -1;
    const probe = new Proxy(() => undefined, {
      apply: () => void (seen = register[0] ?? -1),
    });
    (exports['run'] as (probe: unknown) => unknown)(probe);
    const place = sourceOf(graph, 'main.js').sites[seen];
    return place ? `${place.line - 1}:${place.column}` : 'none';
  }

  it('is the call that runs', () => {
    expect(placeWhen('  probe();')).toBe('1:3');
    expect(placeWhen('const o = { probe };\n  o.probe();')).toBe('2:5');
  });

  it('is the last call of a chain, not the first', () => {
    expect(placeWhen('const o = { a: () => o, probe };\no.a()\n  .a()\n  .probe(1);')).toBe('4:4');
  });

  it('is the loop head in an empty loop', () => {
    const graph = graphOf(
      { 'main.js': 'export function run(n) {\n  while (n-- > 0);\n}' },
      'main.js',
    );
    const { exports, register } = runGraph(graph);
    (exports['run'] as (n: number) => void)(3);
    expect(sourceOf(graph, 'main.js').sites[register[0] ?? -1]).toEqual({ line: 2, column: 3 });
  });

  it('is the function while nothing of it has been called', () => {
    const graph = graphOf({ 'main.js': 'export const run =\n  (n) => n ** 2n;' }, 'main.js');
    const { exports, register } = runGraph(graph);
    (exports['run'] as (n: bigint) => void)(3n);
    expect(sourceOf(graph, 'main.js').sites[register[0] ?? -1]).toEqual({ line: 2, column: 3 });
  });

  it('is stored in each pass of a loop that calls or waits, and once before any other', () => {
    const text =
      'export async function run(n) {\n  for (;;) await n;\n  for (;;) n();\n  a: for (;;) n++;\n  for (;;) n++;\n}';
    const code = graphOf({ 'main.js': text }, 'main.js').records[0]?.code ?? '';
    const lines = code.split('\n').map((line) => line.trim());
    const loops = lines.filter((line) => line.endsWith('for (;;) {'));
    expect(loops).toEqual(['for (;;) {', 'for (;;) {', 'a: for (;;) {']);
    expect(lines[lines.indexOf('for (;;)') - 1]).toMatch(/^\$s\[0\] = \$b \+ \d+;$/);
  });
});
