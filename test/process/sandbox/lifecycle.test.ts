import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPool } from '../../../server/sandbox/index.ts';
import { functor, openIn, patternOf, useSandbox } from './support.ts';

const { pool, runOnce, sandboxDir } = useSandbox({ spares: 2, concurrency: 10 });
const counter = patternOf(
  'let n = argument?.from ?? 0; const value = api.cell(n); return { value, add: api.stream((by) => { value.set(value.get() + (by ?? 1)); console.log("now", value.get()); }) };',
);

/** Waits for something that other processes bring about. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

const pidOf = (line: string | undefined): number => Number(line);
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The live children of this process, by what /proc says. */
function children(): number[] {
  const listed = `/proc/self/task/${process.pid}/children`;
  if (!existsSync(listed)) return [];
  return readFileSync(listed, 'latin1').split(' ').filter(Boolean).map(pidOf);
}

/** CPU time in ticks of 10 ms; 0 for a process that is gone. */
function cpuTicks(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

/** More than a sandbox that only waits ever needs. */
const BUSY_TICKS = 100;

describe('one run', () => {
  it('takes an argument and events, in order, and keeps its state', async () => {
    const outcome = await openIn(pool(), { 'main.tsx': counter }, { argument: { from: 5 } });
    expect(outcome.result).toEqual({ value: 5, add: { $type: 'stream', path: 'add' } });
    const states = await Promise.all(
      [1, 2, undefined].map((by) => outcome.run.send({ stream: 'add', event: by })),
    );
    expect(states.map((state) => (state?.result as { value: number }).value)).toEqual([6, 8, 9]);
    expect(outcome.lines.map(({ text }) => text)).toEqual(['now 6', 'now 8', 'now 9']);
    expect(await outcome.run.read(['value'])).toBe(9);
    outcome.run.close();
    expect(await outcome.run.end).toEqual({ kind: 'closed' });
    expect((await outcome.run.send({ stream: 'add', event: 1 }))?.result).toMatchObject({
      value: 9,
    });
  });

  it('says so when there is no such stream', async () => {
    const { run, failures } = await openIn(pool(), { 'main.tsx': counter });
    await run.send({ stream: 'nowhere', event: 1 });
    expect(failures[0]).toMatchObject({ phase: 'handler', thrown: { code: 'PB1405' } });
    run.close();
  });

  it('links modules, cycles included, and freezes what they export', async () => {
    const { result, failures } = await runOnce({
      'main.tsx': functor(
        'const a = require("a.ts"); exports.default = api.pattern(() => { let frozen = false; try { a.list.push(1); } catch { frozen = true; } return { sum: a.sum(), frozen, same: a.list === require("a.ts").list }; });',
      ),
      'a.ts': functor(
        'const b = require("b.ts"); exports.list = [1, 2]; exports.sum = () => b.total(); exports.base = 40;',
      ),
      'b.ts': functor('const a = require("a.ts"); exports.total = () => a.base + a.list.length;'),
    });
    expect(failures).toEqual([]);
    expect(result).toEqual({ sum: 42, frozen: true, same: true });
  });

  it('reports an error while loading with its frames, and lists no exports', async () => {
    const { failures, snapshot } = await runOnce({
      'main.tsx': functor('const { f } = require("a.ts"); f();'),
      'a.ts': functor('exports.f = function inner() { throw new TypeError("at load"); };'),
    });
    expect(failures[0]).toMatchObject({
      phase: 'load',
      thrown: { name: 'TypeError', message: 'at load' },
    });
    expect(failures[0]?.thrown.frames.slice(0, 1)).toMatchObject([
      { functionName: 'inner', url: 'patternbox:///a.ts?00000000', line: 1 },
    ]);
    expect(snapshot?.exports).toEqual([]);
  });

  it('is repeatable with a seed and a clock', async () => {
    const body = patternOf('return { at: api.now(), chance: [api.random(), api.random()] };');
    const options = { seed: 7, clock: 86_400_000 };
    const first = await runOnce({ 'main.tsx': body }, options);
    const second = await runOnce({ 'main.tsx': body }, options);
    const other = await runOnce({ 'main.tsx': body }, { ...options, seed: 8 });
    expect(first.result).toMatchObject({ at: 86_400_000 });
    expect(second.result).toEqual(first.result);
    expect(other.result).not.toEqual(first.result);
  });
});

describe('ends from outside', () => {
  it('is cancelled by its signal, before, during and after', async () => {
    const early = await runOnce({ 'main.tsx': counter }, { signal: AbortSignal.abort() });
    expect(early.ended).toEqual({ kind: 'cancelled' });
    const during = new AbortController();
    const opening = openIn(
      pool(),
      { 'main.tsx': patternOf('console.log("go"); for (;;);') },
      { signal: during.signal },
    );
    await until(() => pool().counters().running === 1);
    during.abort();
    expect((await opening).ended).toEqual({ kind: 'cancelled' });
    const later = new AbortController();
    const { run } = await openIn(pool(), { 'main.tsx': counter }, { signal: later.signal });
    later.abort();
    expect(await run.end).toEqual({ kind: 'cancelled' });
  });

  it.runIf(process.platform === 'linux')('survives kill -9 of a sandbox at work', async () => {
    const before = new Set(children());
    const own = createPool({ sandboxDir: sandboxDir(), spares: 0 });
    const opening = openIn(own, { 'main.tsx': patternOf('for (;;);') });
    // The other pool may start a spare meanwhile: the one at work is the one that is busy.
    const busy = (): number | undefined =>
      children().find((child) => !before.has(child) && cpuTicks(child) > BUSY_TICKS);
    await until(() => busy() !== undefined);
    const pid = busy() ?? 0;
    process.kill(pid, 'SIGKILL');
    expect((await opening).ended).toEqual({ kind: 'crashed', detail: 'signal SIGKILL' });
    expect((await openIn(own, { 'main.tsx': counter })).result).toMatchObject({ value: 0 });
    await own.dispose();
    expect(isAlive(pid)).toBe(false);
  });

  it.runIf(process.platform === 'linux')('replaces a spare that was killed', async () => {
    const before = new Set(children());
    const own = createPool({ sandboxDir: sandboxDir(), spares: 1 });
    await until(() => children().some((child) => !before.has(child)));
    const pid = children().find((child) => !before.has(child)) ?? 0;
    process.kill(pid, 'SIGKILL');
    await until(() => !isAlive(pid));
    expect((await openIn(own, { 'main.tsx': counter })).ended).toBeNull();
    await own.dispose();
    expect(own.counters()).toEqual({ running: 0, queued: 0, spares: 0, processes: 0 });
  });
});

describe('many runs', () => {
  it('twenty at once over a cap of ten: each its own result', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, from) =>
        runOnce({ 'main.tsx': counter }, { argument: { from } }),
      ),
    );
    expect(outcomes.map(({ result }) => (result as { value: number }).value)).toEqual(
      Array.from({ length: 20 }, (_, index) => index),
    );
    expect(pool().counters()).toMatchObject({ running: 0, queued: 0 });
    // Only the spares of the pool stay.
    await until(() => pool().counters().processes === 2);
  });

  it('never lets more run than its capacity', async () => {
    const own = createPool({ sandboxDir: sandboxDir(), spares: 0, concurrency: 1 });
    const both = [1, 2].map((from) => openIn(own, { 'main.tsx': counter }, { argument: { from } }));
    expect(own.counters()).toMatchObject({ running: 1, queued: 1 });
    const outcomes = await Promise.all(both);
    expect(outcomes.map(({ ended }) => ended)).toEqual([null, null]);
    await own.dispose();
    expect(outcomes.map(({ ended }) => ended?.kind)).toEqual(['closed', 'closed']);
  });

  it('one hundred in a row', async () => {
    for (let from = 0; from < 100; from++) {
      const { result } = await runOnce({ 'main.tsx': counter }, { argument: { from } });
      expect(result).toMatchObject({ value: from });
    }
  });
});

describe('the pool', () => {
  it('proves its layers on a real process', async () => {
    const reports = await pool().selfTest();
    const active = reports.filter((layer) => layer.active).map(({ name }) => name);
    expect(active).toEqual(
      expect.arrayContaining([
        'process',
        'lockdown',
        'realm',
        'imports',
        'environment',
        'permissions',
        'timer',
        'signals',
      ]),
    );
    expect(reports.filter(({ required, active: on }) => required && !on)).toEqual([]);
    expect(reports.every(({ text }) => text.endsWith('.'))).toBe(true);
  });

  it('says what is wrong when the sandbox cannot start', async () => {
    const broken = createPool({ sandboxDir: `${sandboxDir()}/nowhere`, spares: 0 });
    await expect(openIn(broken, { 'main.tsx': counter })).rejects.toThrow(/nowhere/u);
    await broken.dispose();
  });

  it('makes the server deaf to the debugger signal', () => {
    expect(process.listenerCount('SIGUSR1')).toBe(1);
  });
});
