import { describe, expect, it } from 'vitest';
import { brief, check } from './check.ts';

/** Code inside a function of the module, on line 2. */
async function inside(code: string): Promise<string[]> {
  return brief(
    await check(`function f(a, b) {\n${code}\n}\n$pb.fns(f);`, { imports: ['commonfabric'] }),
  );
}

describe('escapes', () => {
  it.each([
    ['eval("1");', 'PB1111 error 2:1-2:10'],
    ['eval/**/("1");', 'PB1111 error 2:1-2:14'],
    ['import("./x");', 'PB1112 error 2:1-2:14'],
    ['a <!-- b', 'PB1113 error 2:3-2:9'],
    ['\n--> b', 'PB1113 error 3:1-3:6'],
  ])('refuses %s', async (code, finding) => {
    expect(await inside(code)).toEqual([finding]);
  });

  it.each([
    '(0, eval)("1");',
    'eval?.("1");',
    'a.eval("1"); a.import(1);',
    'while (a --> 0) b();',
    '"<!-- --> import(1) eval(1)";',
    '/<!--/.test(a);',
    '`${a} --> import("x")`;',
    'class A { eval() { return super.import; } }',
  ])('lets %s through', async (code) => {
    expect(await inside(code)).toEqual([]);
  });

  it('offers the indirect form of eval', async () => {
    const [found] = await check('const a = $pb.data(() => eval("1 + 1"));');
    expect(found?.help?.fix).toBe('(0, eval)("1 + 1")');
  });

  it.each([
    ['await a;', 'PB1105 error 2:1-2:6'],
    ['await(a);', 'PB1105 error 2:1-2:6'],
    ['for await (const x of a) b(x);', 'PB1105 error 2:5-2:10'],
  ])('refuses %s outside an async function', async (code, finding) => {
    expect((await inside(code)).map((found) => found.replace(/-\S+/, ''))).toEqual([
      finding.replace(/-\S+/, ''),
    ]);
  });
});

describe('the machinery', () => {
  it.each([
    ['require("fs");', 'PB1114'],
    ['require(a);', 'PB1114'],
    ['const r = require;', 'PB1114'],
    ['$pb.escape(1);', 'PB1116'],
    ['$pb = a;', 'PB1116'],
    ['$pb["data"](1);', 'PB1116'],
    ['$pb.data = a;', 'PB1116'],
    ['const h = $pb;', 'PB1116'],
    ['$s[0] = a;', 'PB1116'],
    ['const s = $s;', 'PB1116'],
    ['a(exports);', 'PB1116'],
    ['exports = a;', 'PB1116'],
    ['const $pb = a;', 'PB1116'],
    ['(function (require) { })();', 'PB1116'],
    ['exports.n = a;', 'PB1110'],
    ['exports.n++;', 'PB1110'],
    ['delete exports.n;', 'PB1110'],
    ['$pb.at(99, a)();', 'PB1101'],
    ['$pb.at(a, b)();', 'PB1101'],
  ])('refuses %s', async (code, expected) => {
    const found = await inside(code);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) expect(finding).toContain(`${expected} error`);
  });

  it.each([
    '$s[0] = $b + 3;',
    '($s[0] = $b + 3, a(b));',
    'a.b(($s[0] = $b + 4, b));',
    '$pb.x({ $site: () => a + b });',
    '$pb.h("div", null, $pb.r(a), $pb.p(b, "key", 0));',
    '$pb.at(1, a.computed)(() => exports.n);',
  ])('lets %s through', async (code) => {
    expect(await inside(code)).toEqual([]);
  });
});

describe('what all code shares', () => {
  it.each([
    ['Array.prototype.last = a;', 'Array.prototype.last'],
    ['globalThis.count = 1;', 'globalThis.count'],
    ['Object.heyBuddy++;', 'Object.heyBuddy'],
    ['delete Math["random"];', 'Math["random"]'],
  ])('warns of %s', async (code, target) => {
    const [found] = await check(`const f = () => {\n${code}\n}; $pb.fns(f);`);
    expect(found).toMatchObject({ code: 'PB1120', severity: 'warning' });
    expect(found?.message).toContain(`\`${target}\``);
  });

  it('says nothing of local objects with such names', async () => {
    expect(await inside('const Map = {}; Map.x = 1; a.Array.prototype = b; a.x = 1;')).toEqual([]);
  });
});
