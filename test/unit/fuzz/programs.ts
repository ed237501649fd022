/**
 * Programs made from the forms of the language: each form that the compiler rewrites or refuses,
 * where it belongs and where it does not. Half of them are spoiled further by cutting.
 */
import fc from 'fast-check';
import { mutated } from './support.ts';

const names = fc.constantFrom(
  ...['a', 'b', 'state', 'items', 'static', 'yield', 'let', 'implements', 'private', 'package'],
  ...['$pb', '$s', '$b', '$site', 'exports', 'require', 'arguments', 'eval', 'undefined', '#p'],
  ...['constructor', '__proto__', 'async', 'await', 'of', 'using', 'ünïcode', '\\u0061'],
);

const { expression, statement } = fc.letrec<{ expression: string; statement: string }>((tie) => {
  const e = tie('expression');
  const s = tie('statement');
  const with1 = (make: (one: string) => string) => e.map(make);
  const with2 = (make: (one: string, two: string) => string) =>
    fc.tuple(e, e).map(([one, two]) => make(one, two));
  const named = (make: (name: string, value: string) => string) =>
    fc.tuple(names, e).map(([name, value]) => make(name, value));
  const holding = (make: (name: string, body: string) => string) =>
    fc.tuple(names, s).map(([name, body]) => make(name, body));
  return {
    expression: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.oneof(
        names,
        fc.constantFrom('1', '0n', "'x'", '`t`', '/a+/g', 'null', 'this', 'super.x', 'new.target'),
        fc.constantFrom('import.meta', 'import("./x")', 'eval("1")', '(0, eval)("1")'),
        fc.constantFrom('Function("return 1")()', '<></>', '<div>{a}</div>', '<b {...a} x="1" />'),
        fc.constantFrom(
          'class { #p = 1; static { this.x; } has(o) { return #p in o; } }',
          '#p in a',
        ),
      ),
      with1((one) => `(${one})`),
      with1((one) => `[...${one}, , 1]`),
      with1((one) => `await ${one}`),
      with1((one) => `async () => { for await (const x of ${one}) await x; }`),
      with1((one) => `function* () { yield* ${one}; }`),
      with1((one) => `(() => ${one})()`),
      with1((one) => `items.map((each) => <li>{${one}}</li>)`),
      with1((one) => `computed(() => ${one})`),
      with1((one) => `${one} as unknown as string`),
      with1((one) => `(${one})!`),
      with1((one) => `(${one} satisfies any)`),
      with1((one) => '`a${' + one + '}b`'),
      with1((one) => `<div onClick={() => ${one}} {...state}>{${one}}</div>`),
      with2((one, two) => `${one} ?? (${two})`),
      with2((one, two) => `${one} ? ${two} : 0`),
      with2((one, two) => `${one}?.[${two}]?.x`),
      with2((one, two) => `(${one}, ${two})`),
      with2((one, two) => one + '`${' + two + '}`'),
      with2((one, two) => `new (${one})(${two})`),
      named((name, value) => `({ ${name}: ${value}, get [${value}]() { return 1; } })`),
      named((name, value) => `(({ ${name} = ${value}, ...rest }) => ${name}(rest))`),
      named((name, value) => `(${name} = ${value})`),
      named((name, value) => `(${value}).${name}`),
      named((name) => `${name}++`),
    ),
    statement: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom(
        ...['return 1;', 'break;', 'continue;', 'break a;', 'continue b;', 'debugger;', ';'],
        ...['export = a;', 'import a = require("b");', 'import yield from "./x";', 'export {};'],
        ...['import * as static from "./x";', 'import { x as let } from "./x";', 'await 1;'],
        ...['export default 1;', 'export default function () {}', 'export * from "./missing";'],
        ...['namespace N { export const a = 1; }', 'declare namespace M { const a: 1; }'],
        ...['declare global { var x: 1; }', 'enum yield { A }', 'const enum E { A = 1 }'],
        ...['type T = { a: 1 };', 'interface I { x: 1 }', 'import type { T } from "nowhere";'],
        ...['let a = 1; let a = 2;', 'class A {}', 'var a; var a;', 'abstract class B {}'],
        ...['@decorated class D { @member x = 1; @member() m(@p a) {} }', 'declare const d: 1;'],
        ...['export default interface J {}', 'export declare function over(): void;', '<!-- x'],
        ...[
          'function over(a: 1): void; function over(a: any) {}',
          '"use strict";',
          'if (a) {} else',
        ],
      ),
      e.map((value) => `${value};`),
      named((name, value) => `const ${name} = ${value};`),
      named((name, value) => `let { ${name}, x: [${name} = ${value}] } = a;`),
      named((name, value) => `using ${name} = ${value};`),
      named((name, value) => `export const ${name} = ${value};`),
      named((name, value) => `function ${name}(${name} = ${value}) { return ${value}; }`),
      named((name, value) => `class ${name} { ${name} = ${value}; static { await ${value}; } }`),
      named((name, value) => `for (const ${name} of ${value}) { continue; }`),
      named((name, value) => `for await (const ${name} of ${value});`),
      named((name, value) => `for (let ${name} in ${value}) break;`),
      holding((name, body) => `${name}: for (;;) { ${body} break ${name}; }`),
      holding((name, body) => `while (${name}) { ${body} continue; }`),
      holding((name, body) => `do { ${body} } while (${name});`),
      holding((name, body) => `switch (${name}) { case 1: ${body} break; default: break; }`),
      holding((name, body) => `try { ${body} } catch (${name}) { ${body} } finally { ${body} }`),
      holding((name, body) => `with (${name}) { ${body} }`),
      holding((name, body) => `if (${name}) { ${body} } else ${body}`),
      holding((name, body) => `async function* ${name}() { ${body} yield 1; }`),
      holding((name, body) => `const f_${name.length} = async () => { ${body} };`),
      holding((_name, body) => `{ ${body} }`),
    ),
  };
});

const importLines = [
  "import { computed, handler, lift, NAME, pattern, UI, Writable } from 'commonfabric';",
  "import { recipe, derive, cell } from 'commontools';",
  "import * as api from 'commonfabric';",
  "import fs from 'node:fs';",
  '',
];

/** Whole programs: imports, statements of the module and of a pattern's body, odd beginnings. */
export const program: fc.Arbitrary<string> = fc
  .record({
    before: fc.constantFrom(
      '',
      '',
      '',
      '\uFEFF',
      '#!/usr/bin/env node\n',
      '\uFEFF#!x\r\n',
      '/* */',
    ),
    imports: fc.constantFrom(...importLines),
    module: fc.array(statement, { maxLength: 3 }),
    body: fc.array(statement, { maxLength: 3 }),
    result: expression,
    end: fc.constantFrom('\n', '\r\n', '\r', '\u2028'),
  })
  .map(({ before, imports, module, body, result, end }) =>
    [
      before + imports,
      ...module,
      'export default pattern<{ state: number; items: string[] }>(({ state, items }) => {',
      ...body,
      `return { [UI]: <div>{state}</div>, value: ${result} };`,
      '});',
      '',
    ].join(end),
  )
  .chain((text) => fc.oneof(fc.constant(text), mutated(text, ['{', '}', '(', '"', '`', '\0'])));

/** Programs with one odd form only, which the others cannot hide. */
export const oneForm: fc.Arbitrary<string> = fc
  .tuple(statement, fc.boolean())
  .map(([form, inside]) =>
    inside
      ? `import { pattern } from 'commonfabric';\nexport default pattern(() => { ${form} return {}; });\n`
      : `import { pattern } from 'commonfabric';\n${form}\nexport default pattern(() => ({}));\n`,
  );
