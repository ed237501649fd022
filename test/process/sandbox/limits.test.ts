import { describe, expect, it } from 'vitest';
import { functor, openIn, patternOf, useSandbox } from './support.ts';

const { pool, runOnce } = useSandbox({ spares: 2 });
const limits = { timeoutMs: 400 };

describe('a run that does not end', () => {
  const endless = {
    'an endless loop': '$s[0] = $b + 7; while (true);',
    'a catastrophic regular expression': '$s[0] = $b + 7; /(a+)+$/.test("a".repeat(60) + "b");',
    'an adversarial comparator': `$s[0] = $b + 7; const many = Array.from({ length: 1e6 }, (_, i) => i);
      for (;;) many.sort(() => 0.5 - (many[0] % 2));`,
    'an endless promise loop': '(async () => { for (;;) { $s[0] = $b + 7; await null; } })();',
    'rejections without end':
      '(async () => { for (;;) { $s[0] = $b + 7; Promise.reject(1); await null; } })();',
    'a finally that goes on':
      '$s[0] = $b + 7; for (;;) try { throw 1; } catch { continue; } finally { continue; }',
    'a console flood': 'for (;;) { $s[0] = $b + 7; console.log("x".repeat(1000)); }',
  };

  it.each(Object.entries(endless))('%s ends at the limit with its place', async (_name, body) => {
    const { ended, run } = await runOnce(
      { 'main.tsx': patternOf(`${body} return 1;`) },
      { limits },
    );
    expect(ended).toEqual({
      kind: 'timeout',
      limit: { name: 'run.timeout', value: 400, used: 400 },
      site: { module: 'main.tsx', site: 7 },
    });
    expect(run.snapshot).toBeNull();
    const next = await runOnce({ 'main.tsx': patternOf('return 1 + 1;') });
    expect(next.result).toBe(2);
  });

  it('names the module of the loop, not the one that called it', async () => {
    const modules = {
      'main.tsx': functor(
        'const { spin } = require("lib.ts"); exports.default = api.pattern(() => { $s[0] = $b + 3; spin(); });',
      ),
      'lib.ts': functor('exports.spin = () => { $s[0] = $b + 5; for (;;); };'),
    };
    const { ended } = await runOnce(modules, { limits });
    expect(ended?.site).toEqual({ module: 'lib.ts', site: 5 });
  });

  it('names the last place where functors share one register', async () => {
    const based = (body: string): string =>
      functor(body).replace('$pb, $s, $b)', '$pb, $s, $b)').replaceAll('$s[0] = ', '$s[0] = $b + ');
    const modules = {
      'main.tsx': based(
        'const { add } = require("lib.ts"); exports.default = api.pattern(() => { add(); $s[0] = $b + 3; for (;;); });',
      ),
      'lib.ts': based('exports.add = () => { $s[0] = $b + 5; return 1; };'),
    };
    const { ended } = await runOnce(modules, { limits });
    expect(ended?.site).toEqual({ module: 'main.tsx', site: 3 });
  });

  it('stops a handler, and the state before it stays', async () => {
    const body = 'return { n: 1, spin: api.stream(() => { $s[0] = $b + 9; for (;;); }) };';
    const outcome = await openIn(pool(), { 'main.tsx': patternOf(body) }, { limits });
    const last = await outcome.run.send({ stream: 'spin', event: undefined });
    expect(outcome.ended).toMatchObject({ kind: 'timeout', site: { site: 9 } });
    expect(last?.result).toMatchObject({ n: 1 });
    expect(await outcome.run.end).toBe(outcome.ended);
  });

  it('ends at the CPU limit with its place', async () => {
    const { ended } = await runOnce(
      { 'main.tsx': patternOf('$s[0] = $b + 4; for (;;);') },
      { limits: { timeoutMs: 20_000, cpuTimeoutMs: 300 } },
    );
    expect(ended).toMatchObject({
      kind: 'cpu',
      limit: { name: 'run.cpuTimeout', value: 300 },
      site: { module: 'main.tsx', site: 4 },
    });
  });
});

describe('a run that takes memory', () => {
  const bombs = {
    'small objects': 'const all = []; for (;;) { $s[0] = $b + 2; all.push({ n: all.length }); }',
    'a map': 'const all = new Map(); for (let i = 0; ; i++) { $s[0] = $b + 2; all.set(i, [i]); }',
    'array buffers':
      'const all = []; for (;;) { $s[0] = $b + 2; all.push(new Uint8Array(4e6).fill(1)); }',
    'a large array': '$s[0] = $b + 2; const all = []; for (;;) all.push(new Array(1e6).fill({}));',
    'brackets for the parser':
      '$s[0] = $b + 2; for (;;) JSON.parse("[".repeat(2e7) + "]".repeat(2e7));',
  };

  it.each(Object.entries(bombs))('%s: ends as memory', async (_name, body) => {
    const { ended } = await runOnce(
      { 'main.tsx': patternOf(body) },
      { limits: { memoryMb: 128, timeoutMs: 30_000 } },
    );
    expect(ended).toMatchObject({ kind: 'memory', limit: { name: 'run.memory', value: 128 } });
    // Elsewhere the place of a process that does not answer cannot be read.
    if (process.platform === 'linux') expect(ended?.site).toEqual({ module: 'main.tsx', site: 2 });
    const next = await runOnce({ 'main.tsx': patternOf('return "fine";') });
    expect(next.result).toBe('fine');
  });

  it('reports what was used', async () => {
    const { ended, run } = await runOnce({
      'main.tsx': patternOf(
        'const all = []; for (let i = 0; i < 50; i++) all.push(new Uint8Array(4e6).fill(1)); const t = all.map((b) => b.length); let x = 0; for (let i = 0; i < 3e8; i++) x += i; return t.length;',
      ),
    });
    expect(ended?.kind).toBe('closed');
    expect(run.usage().memoryUsedMb).toBeGreaterThan(150);
    expect(run.usage().cpuTimeMs).toBeGreaterThan(50);
  });
});

describe('in-band limits', () => {
  it('recursion is an ordinary, located RangeError', async () => {
    const { failures, ended } = await runOnce({
      'main.tsx': patternOf('const down = (n) => down(n + 1); return down(0);'),
    });
    expect(ended?.kind).toBe('closed');
    expect(failures[0]).toMatchObject({ phase: 'instantiate', thrown: { name: 'RangeError' } });
    expect(failures[0]?.thrown.frames[0]?.url).toBe('patternbox:///main.tsx?00000000');
  });

  it('survives recursion that logs at the bottom of the stack', async () => {
    const { lines, result } = await runOnce({
      'main.tsx': patternOf(
        'const down = (n) => { console.log(n); down(n + 1); }; try { down(0); } catch (error) { return error instanceof RangeError; }',
      ),
    });
    expect(result).toBe(true);
    expect(lines.map(({ text }) => text).slice(0, 50)).toEqual(
      Array.from({ length: 50 }, (_, index) => `${index}`),
    );
  });

  it('cuts console output at its budget and says so', async () => {
    const { lines, result, run } = await runOnce(
      {
        'main.tsx': patternOf(
          'for (let i = 0; i < 1000; i++) console.log("é".repeat(50)); return 1;',
        ),
      },
      { limits: { maxOutputBytes: 1024 } },
    );
    expect(result).toBe(1);
    expect(lines).toHaveLength(11);
    expect(lines[10]?.level).toBe('warn');
    expect(lines[10]?.text).toContain('1024 bytes');
    expect(run.usage().outputBytes).toBe(1000);
  });

  it('refuses a result that is too large or too deep, and lives on', async () => {
    const large = 'return Array.from({ length: 3e6 }, (_, i) => "item " + i);';
    const deep = 'let v = 1; for (let i = 0; i < 1e5; i++) v = { v }; return v;';
    const first = await runOnce({ 'main.tsx': patternOf(large) });
    expect(first.ended?.kind).toBe('closed');
    expect(first.snapshot?.result).toBeUndefined();
    expect(first.failures[0]?.thrown.refusal).toMatchObject({ limit: 'result.bytes' });
    const second = await runOnce({ 'main.tsx': patternOf(deep) });
    expect(second.failures[0]?.thrown.refusal).toMatchObject({ limit: 'result.depth', value: 200 });
  });

  it('reads a part of a result that is too large as a whole', async () => {
    const body = 'return { big: Array.from({ length: 3e6 }, (_, i) => "item " + i) };';
    const { run } = await openIn(pool(), { 'main.tsx': patternOf(body) });
    expect(await run.read(['big', 12])).toBe('item 12');
    run.close();
  });

  it('bounds the failures of one step', async () => {
    const { failures, lines } = await runOnce({
      'main.tsx': patternOf(
        'for (let i = 0; i < 500; i++) Promise.reject(new Error("e" + i)); return 1;',
      ),
    });
    expect(failures).toHaveLength(100);
    expect(failures[0]).toMatchObject({ phase: 'rejection', thrown: { message: 'e0' } });
    expect(lines.at(-1)?.text).toContain('100');
  });
});
