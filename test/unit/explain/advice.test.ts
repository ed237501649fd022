import { describe, expect, it } from 'vitest';
import { explainRun } from './guest.ts';

/** What is said of an expression that throws, with what the engine said before. */
async function say(
  expression: string,
  before = '',
): Promise<{ code: string; message: string; help: string }> {
  const text = `${before}\nexport function run(a: any = {}, cell: any = 1) {\n  return ${expression};\n}\n`;
  const { code, message, help } = await explainRun({ 'main.ts': text }, ({ run }) => run?.());
  return { code, message, help: help?.text ?? '' };
}

describe('engine messages in the terms of the author', () => {
  it.each([
    ['(globalThis as any).setTimeout2(1)', 'PB1209', '`setTimeout2` was called'],
    ['a.items.length', 'PB1204', '`a.items` is undefined, so its `length` cannot be read.'],
    ['a.b?.c.d ?? a.list[0]', 'PB1204', '`a.list` is undefined, so its `0` cannot be read.'],
    ['(({ x }: any) => x)(undefined)', 'PB1204', '`x` was read from undefined'],
    ['(a.none.x = 1)', 'PB1225', '`x` was set on undefined.'],
    [
      'cell.get()',
      'PB1205',
      '`.get()` was called on `cell`, which is a plain value here, not a cell.',
    ],
    ['a.count.set(1)', 'PB1204', '`a.count` is undefined'],
    ['cell.map((x: any) => x)', 'PB1210', '`.map()` was called on `cell` that is not a list.'],
    ['a.helper()', 'PB1209', '`a.helper` was called, but it is not a function.'],
    ['[...cell]', 'PB1211', 'is not a list'],
    ['(() => { for (const x of cell) return x; })()', 'PB1211', '`cell` is not a list'],
    ['new a.Thing()', 'PB1212', '`new Thing` needs a class'],
    ['(Object.freeze({ x: 1 }) as any).x = 2', 'PB1207', '`x` cannot be changed here'],
    ['(Object.freeze([1]) as any).push(2)', 'PB1207', '`1` cannot be changed here'],
    ['delete (Object.freeze({ x: 1 }) as any).x', 'PB1207', '`x` cannot be changed here'],
    ['(function f(): any { return f(); })()', 'PB1208', 'the stack is full'],
    ['(() => { const x = 1; (x as any) = 2; })()', 'PB1213', 'assigned a second time'],
    ['(() => { late; const late = 1; })()', 'PB1214', '`late` was used before'],
    [
      '(() => { const b: any = {}; b.b = b; return JSON.stringify(b); })()',
      'PB1216',
      'refers to itself',
    ],
    ['JSON.parse("{")', 'PB1217', 'not valid JSON'],
    ['JSON.parse("")', 'PB1217', 'not valid JSON'],
    ['JSON.parse("abc")', 'PB1217', 'not valid JSON'],
    ['1n + cell', 'PB1219', 'BigInt'],
    ['new Array(-1)', 'PB1220', 'impossible size'],
    ['"x".repeat(-1)', 'PB1220', 'impossible size'],
    ['new RegExp("[")', 'PB1221', 'The regular expression has a mistake'],
    ['`${Symbol("x") as any}`', 'PB1223', 'cannot become a text'],
    ['`${Object.create(null)}`', 'PB1223', 'cannot become a text'],
  ])('%s', async (expression, code, message) => {
    const said = await say(expression);
    expect(said.code).toBe(code);
    expect(said.message).toContain(message);
    expect(said.help).not.toBe('');
    expect(said.message).not.toMatch(/\$pb|_1\b|secure mode|intermediate value|\[object/);
  });

  it('names globals that are missing and builders that are not imported', async () => {
    const timer = await say('setTimeout(1)', 'const setTimeout = undefined as any;');
    expect(timer).toMatchObject({
      code: 'PB1203',
      message: '`setTimeout` does not exist in the sandbox.',
    });
    const builder = await say('computed(1)', 'const computed = undefined as any;');
    expect(builder).toMatchObject({ code: 'PB1224' });
    const url = await say('process.env.HOME', 'const process = undefined as any;');
    expect(url).toMatchObject({ code: 'PB1203' });
  });

  it.each([
    ['secure mode Calling %SharedDate%.now() throws', 'PB1206', 'Date.now()'],
    ['secure mode %SharedMath%.random() throws', 'PB1206', 'Math.random()'],
    ['possible direct eval expression rejected at <unknown>:1', 'PB1218', 'eval'],
    ['Possible import expression rejected at <unknown>:3', 'PB1218', 'import()'],
    ['Possible HTML comment rejected at <unknown>:1', 'PB1218', 'HTML comment'],
  ])('%s', async (engine, code, words) => {
    const said = await say(`(() => { throw new TypeError(${JSON.stringify(engine)}); })()`);
    expect(said.code).toBe(code);
    expect(said.message).toContain(words);
    expect(said.message).not.toContain('secure mode');
  });

  it("leaves the author's own messages alone", async () => {
    const said = await say('(() => { throw new Error("total is not available"); })()');
    expect(said).toEqual({ code: 'PB1201', message: 'total is not available', help: '' });
  });

  it('does not show names that only compiled code has', async () => {
    const files = {
      'main.ts':
        'import { missing, other } from "./lib";\nexport const run = () => missing(1);\nexport const run2 = () => other.x.y;',
      'lib.ts': 'export const missing: any = 1;\nexport const other: any = {};',
    };
    const called = await explainRun(files, ({ run }) => run?.());
    expect(called.message).toBe('`missing` was called, but it is not a function.');
    const read = await explainRun(files, ({ run2 }) => run2?.());
    expect(read.message).toBe('`other.x` is undefined, so its `y` cannot be read.');
  });
});
