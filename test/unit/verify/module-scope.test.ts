import { describe, expect, it } from 'vitest';
import { verifyGraph } from '../../../server/verify/index.ts';
import { brief, check } from './check.ts';
import { programOf } from './programs.ts';

describe('what may stand at module scope', () => {
  const accepted: Readonly<Record<string, string>> = {
    'the wiring of exports': [
      'Object.defineProperty(exports, "__esModule", { value: true });',
      'exports.b = exports.a = void 0;',
      'exports.f = f;',
      '$pb.fns(f);',
      'const api_1 = require("commonfabric");',
      'Object.defineProperty(exports, "x", { enumerable: true, get: function () { return api_1.x; } });',
      '$pb.star(exports, require("./other"));',
      'require("./other");',
      'function f() { }',
      'const a = 1; exports.a = a;',
      'exports.default = a;',
    ].join('\n'),
    primitives: 'const a = 1, b = `x${a}`, c = a + 1, d = -a, e = a > 1 ? "x" : "y", g = a || 2;',
    'aliases and members':
      'const api_1 = require("commonfabric"); const a = api_1.NAME; const b = a.c;',
    'a plain regular expression': 'const a = /x+/i;',
    functions: 'const a = () => 1; const b = async function () { }; $pb.fns(a, b);',
    'data literals': 'const a = $pb.data({ list: [1, { b: 2 }] });',
    'an IIFE':
      'const a = $pb.data((() => { const x = []; for (const y of [1]) x.push(y); return x; })());',
    'calls that make data': [
      'const a = $pb.data(Array.from({ length: 3 }, (_, i) => i));',
      'const b = $pb.data(JSON.parse("[]"));',
      'const c = $pb.data(new Map([[1, 2]]));',
      'const d = $pb.data(new Set(["a"]));',
      'const e = $pb.data(make(a).slice(1));',
      'function make(x) { return x; }',
      '$pb.fns(make);',
    ].join('\n'),
    'objects that hold functions': 'const a = $pb.data({ f() { return 1; }, g: (x) => x });',
    'frozen data': 'const a = Object.freeze({ b: 1 }); const c = harden([1]);',
    'builders with a direct callback':
      'const api_1 = require("commonfabric");\nconst a = $pb.at(0, api_1.lift)((x) => x);',
    'builders with a named callback': [
      'const api_1 = require("commonfabric");',
      'function f(x) { return x; }',
      '$pb.fns(f);',
      'const a = $pb.at(0, api_1.lift)(f);',
      'const b = $pb.at(1, api_1.handler)($pb.data({}), $pb.at(2, api_1.toSchema)(), exports.f);',
    ].join('\n'),
    'constructors of builders':
      'const api_1 = require("commonfabric");\nconst a = new ($pb.at(0, api_1.Writable))(1);\nconst b = $pb.at(1, api_1.Cell).of(2);',
    'a builder call alone':
      'const api_1 = require("commonfabric");\n$pb.at(0, api_1.pattern)(() => ({}));',
    'state inside functions':
      'function f() { let n = 0; for (;;) { n++; if (n > 3) break; } return /a/g; }\n$pb.fns(f);',
  };
  it.each(Object.entries(accepted))('%s', async (_name, body) => {
    const graph = programOf({
      'main.tsx': { body, imports: ['commonfabric', './other'] },
      'other.ts': { body: '' },
    });
    expect(await verifyGraph(graph)).toEqual([]);
  });
});

describe('what may not', () => {
  const refused: Readonly<Record<string, readonly [body: string, ...findings: string[]]>> = {
    let: ['let n = 0;', 'PB1103 error 1:1-1:11'],
    var: ['  var a = 1, b;', 'PB1103 error 1:3-1:16'],
    'a class': ['class A { }', 'PB1104 error 1:1-1:12'],
    'a class as a constant': ['const A = class { };', 'PB1104 error 1:11-1:20'],
    'a stateful regular expression': ['const a = /x/g;', 'PB1106 error 1:11-1:15'],
    'one inside data': ['const a = $pb.data([/x/y]);', 'PB1106 error 1:21-1:25'],
    'a call': ['const f = () => 1; $pb.fns(f);\nf();', 'PB1107 error 2:1-2:4'],
    'an assignment': ['const o = $pb.data({});\no.x = 1;', 'PB1107 error 2:1-2:8'],
    'a loop': ['for (const x of [1]) { }', 'PB1107 error 1:1-1:25'],
    'a condition': ['if (1) { }', 'PB1107 error 1:1-1:11'],
    'a try statement': ['try { } catch { }', 'PB1107 error 1:1-1:18'],
    'a block': ['{ const x = 1; }', 'PB1107 error 1:1-1:17'],
    throw: ['throw 1;', 'PB1107 error 1:1-1:9'],
    'data that is not frozen': ['const a = { b: 1 };', 'PB1109 error 1:11-1:19'],
    'a call that is not frozen': ['const a = new Map();', 'PB1109 error 1:11-1:20'],
    'unfrozen data behind a condition': ['const a = 1 ? [] : null;', 'PB1109 error 1:15-1:17'],
    'an exported object that is not frozen': ['exports.a = [];', 'PB1109 error 1:13-1:15'],
    'a callback that a call makes': [
      'const api_1 = require("commonfabric");\nconst a = $pb.at(0, api_1.lift)((() => (x) => x)());',
      'PB1108 error 2:33-2:51',
    ],
    'a getter that does more than read': [
      'Object.defineProperty(exports, "x", { get: function () { return f(); } });\nfunction f() { }\n$pb.fns(f);',
      'PB1107 error 1:1-1:74',
    ],
  };
  it.each(Object.entries(refused))('%s', async (_name, [body, ...findings]) => {
    expect(brief(await check(body, { imports: ['commonfabric'] }))).toEqual(findings);
  });

  it('warns only in files of the older API, and says what is at stake', async () => {
    const body =
      'let n = 0;\nclass A { }\nconst r = /x/g;\nsetUp();\nfunction setUp() { n = 1; }\n$pb.fns(setUp);';
    const found = await check(body, { generation: 'commontools' });
    expect(found.map(({ severity }) => severity)).toEqual(found.map(() => 'warning'));
    expect(found.map(({ code }) => code)).toEqual([
      'PB1103',
      'PB1104',
      'PB1106',
      'PB1107',
      'PB1110',
    ]);
    for (const { message } of found) {
      expect(message).toContain('only state between invocations of one run is at stake');
    }
  });

  it('judges helpers that import no API like their entry', async () => {
    const files = (generation: 'commontools' | 'commonfabric') => ({
      'main.tsx': { body: 'require("./helper");', imports: ['./helper'], generation },
      'helper.ts': { body: 'class Client { }', generation: 'none' as const },
    });
    const older = await verifyGraph(programOf(files('commontools')));
    const today = await verifyGraph(programOf(files('commonfabric')));
    expect(brief(older)).toEqual(['PB1104 warning 1:1-1:17']);
    expect(brief(today)).toEqual(['PB1104 error 1:1-1:17']);
    expect(today[0]?.file).toBe('helper.ts');
  });

  it('offers a const for a variable that is never assigned', async () => {
    const [once] = await check('let limit = 3;');
    const [twice] = await check('let n = 0;\nfunction f() { n += 1; }\n$pb.fns(f);');
    expect(once?.help?.fix).toBe('const limit = 3;');
    expect(twice?.help?.fix).toBeUndefined();
    expect(twice?.help?.text).toContain('new Writable');
  });
});
