import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type ExampleRun, placeOf, runExample } from './run-example.ts';

interface Example {
  readonly options?: readonly string[];
  readonly expect: (run: ExampleRun) => void;
}

function succeeded({ code, result }: ExampleRun): void {
  expect(result.error).toBeNull();
  expect(result).toMatchObject({ success: true, outcome: 'completed', errors: [], waiting: [] });
  expect(code).toBe(0);
}

const stream = (name: string) => ({ $type: 'stream', path: name });

/** One row for each thing that the header of an example promises. */
const table: Record<string, Example> = {
  'counter.tsx': {
    expect: (run) => {
      succeeded(run);
      expect(run.outputs).toMatchObject({
        $NAME: 'Counter: 0',
        $UI: { type: 'vnode', name: 'div' },
        value: 0,
        parity: 'even',
        increment: stream('increment'),
        decrement: stream('decrement'),
      });
    },
  },
  'counter.tsx, incremented twice and decremented once': {
    options: ['--send', 'increment', '--send', 'increment', '--send', 'decrement'],
    expect: (run) => {
      succeeded(run);
      expect(run.outputs).toMatchObject({ $NAME: 'Counter: 1', value: 1, parity: 'odd' });
    },
  },
  'todo.tsx': {
    expect: (run) => {
      succeeded(run);
      expect(run.outputs).toMatchObject({ $NAME: 'To do: 1', open: 1 });
      expect(run.outputs['items']).toHaveLength(2);
      expect(JSON.stringify(run.outputs['$UI'])).toContain('Read the rules');
    },
  },
  'todo.tsx, with an item added': {
    options: ['--send', 'add={"title":"Sleep"}'],
    expect: (run) => {
      succeeded(run);
      expect(run.outputs).toMatchObject({ open: 2 });
      expect(run.outputs['items']).toHaveLength(3);
      expect(JSON.stringify(run.outputs['$UI'])).toContain('Sleep');
    },
  },
  'nested-counter.tsx': {
    options: ['--send', 'left.increment'],
    expect: (run) => {
      succeeded(run);
      expect(run.outputs).toMatchObject({ left: { count: 2 }, right: { count: 2 }, total: 4 });
    },
  },
  'shopping-list.tsx': {
    expect: (run) => {
      succeeded(run);
      expect(run.outputs['entries']).toHaveLength(3);
      expect(run.outputs['total']).toBe('9.70');
    },
  },
  'shopping-list.tsx, with nothing on it': {
    options: ['--input', '{"entries":[]}'],
    expect: (run) => {
      succeeded(run);
      expect(run.outputs).toMatchObject({ entries: [], total: '0.00' });
    },
  },
  'broken-total.tsx': {
    expect: ({ code, result }) => {
      const helper = 'broken-total-prices.ts';
      expect(code).toBe(1);
      expect(result).toMatchObject({ success: false, outcome: 'failed' });
      expect(result.error).toMatchObject({
        type: 'RuntimeError',
        name: 'RangeError',
        message: 'Milk has no price',
        location: placeOf(helper, 'new RangeError'),
      });
      expect(result.error?.frames).toMatchObject([
        { function: 'unitPrice', ...placeOf(helper, 'new RangeError') },
        { function: 'lineCents', ...placeOf(helper, 'unitPrice(line);') },
        { function: 'lineTotal', ...placeOf(helper, 'lineCents(line) /') },
        { function: 'computed callback', ...placeOf('broken-total.tsx', 'lineTotal(line)') },
      ]);
      expect(result.error?.frames).toHaveLength(4);
      expect(result.error?.hiddenFrames).toBeGreaterThan(0);
      expect(result.error?.codeFrame).toContain('throw new RangeError');
    },
  },
  'broken-total.tsx, in debug mode': {
    options: ['--debug'],
    expect: ({ result }) => {
      const frames = result.error?.frames ?? [];
      expect(result.error?.hiddenFrames).toBe(0);
      expect(frames.filter(({ kind }) => kind === 'pattern')).toHaveLength(4);
      expect(frames.some(({ kind }) => kind === 'runtime')).toBe(true);
    },
  },
  'throws-in-handler.tsx': {
    expect: (run) => {
      succeeded(run);
      expect(run.outputs).toMatchObject({ balance: 100 });
    },
  },
  'throws-in-handler.tsx, overdrawn': {
    options: ['--send', 'withdraw={"amount":500}'],
    expect: ({ code, result, outputs }) => {
      expect(code).toBe(1);
      expect(result.error).toMatchObject({
        type: 'RuntimeError',
        message: 'The account does not hold 500',
        location: placeOf('throws-in-handler.tsx', 'new Error'),
      });
      expect(outputs['balance']).toBe(100);
    },
  },
  'loops-forever.tsx': {
    options: ['--timeout', '500'],
    expect: ({ code, result }) => {
      const loop = placeOf('loops-forever.tsx', 'while (value > 0)').line;
      expect(code).toBe(1);
      expect(result).toMatchObject({ success: false, outcome: 'timeout' });
      expect(result.error?.type).toBe('TimeoutError');
      expect(result.error?.location?.file).toBe('examples/loops-forever.tsx');
      expect(result.error?.location?.line).toBe(loop);
    },
  },
  'eats-memory.tsx': {
    options: ['--memory', '128'],
    expect: ({ code, result }) => {
      expect(code).toBe(1);
      expect(result).toMatchObject({ success: false, outcome: 'memory' });
      expect(result.error?.type).toBe('MemoryError');
    },
  },
  'tries-files-and-network.tsx': {
    expect: ({ code, result, outputs }) => {
      const { line } = placeOf('tries-files-and-network.tsx', "'http://127.0.0.1/'");
      expect(code).toBe(1);
      expect(result.error?.type).toBe('PermissionError');
      expect(result.error?.location?.line).toBe(line);
      const report = outputs['report'] as { name: string; outcome: string }[];
      expect(report).toHaveLength(8);
      for (const { name, outcome } of report) {
        const allowed = name === 'network' ? /^answers later$/ : /^(not there|refused: \w+)$/;
        expect(outcome, name).toMatch(allowed);
      }
    },
  },
  'breaks-module-rules.tsx': {
    expect: ({ code, result }) => {
      expect(code).toBe(1);
      expect(result).toMatchObject({ success: false, outcome: 'failed' });
      expect(result.error?.type).toBe('VerificationError');
      const lines = new Set(result.diagnostics.map(({ range }) => range.start.line));
      for (const marked of ['let visits', 'class Visitor', "console.log('loading')"]) {
        expect(lines).toContain(placeOf('breaks-module-rules.tsx', marked).line);
      }
      expect(result.console).toEqual([]);
    },
  },
  'old-api-counter.tsx': {
    options: ['--send', 'faster', '--send', 'increment'],
    expect: (run) => {
      succeeded(run);
      expect(run.outputs).toMatchObject({
        $NAME: 'Old counter: 2',
        value: 2,
        step: 2,
        doubled: 4,
      });
    },
  },
  'waiting.tsx': {
    expect: ({ code, result }) => {
      expect(code).toBe(0);
      expect(result).toMatchObject({ success: true, error: null, errors: [] });
      expect(result.waiting).toHaveLength(1);
      expect(result.waiting[0]?.for).toMatch(/^profile/);
    },
  },
  'waiting.tsx, with what it waits for': {
    options: ['--input', '{"profile":{"name":"Ada"}}'],
    expect: (run) => {
      succeeded(run);
      expect(run.outputs['greeting']).toBe('Hello, ADA');
    },
  },
  'dice.tsx': {
    options: ['--seed', '7', '--send', 'roll', '--send', 'roll'],
    expect: (run) => {
      succeeded(run);
      const rolls = run.outputs['rolls'] as number[];
      expect(rolls).toHaveLength(2);
      for (const roll of rolls) expect([1, 2, 3, 4, 5, 6]).toContain(roll);
      expect(run.outputs['last']).toBe(rolls.at(-1));
    },
  },
};

const fileOf = (title: string) => title.split(',')[0] ?? title;

describe('the examples do what their headers say', () => {
  it.each(Object.entries(table))('%s', async (title, { options = [], expect: check }) => {
    check(await runExample(fileOf(title), ...options));
  });

  it('gives the same rolls for the same seed, and others for another', async () => {
    const rolls = async (seed: string) => {
      const events = Array.from({ length: 8 }, () => ['--send', 'roll']).flat();
      return (await runExample('dice.tsx', '--seed', seed, ...events)).outputs['rolls'];
    };
    const first = await rolls('7');
    expect(await rolls('7')).toEqual(first);
    expect(await rolls('8')).not.toEqual(first);
  });

  it('are all in the table', () => {
    const folder = path.resolve(import.meta.dirname, '../../../examples');
    const patterns = readdirSync(folder).filter((name) => /(?<!\.test)\.tsx$/.test(name));
    expect(Object.keys(table).map(fileOf)).toEqual(expect.arrayContaining(patterns));
  });

  it.each([
    ['test', 'examples/todo.test.tsx'],
    ['replay', 'examples/counter.tsx', '--scenario', 'examples/counter.scenario.json'],
  ])('%s %s passes', async (...parameters) => {
    const root = path.resolve(import.meta.dirname, '../../..');
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['dist/cli.js', ...parameters], {
      cwd: root,
      // Neither of these makes a terminal of a pipe.
      env: { ...process.env, CI: 'true', FORCE_COLOR: '1' },
    });
    expect(stdout).toMatch(/\b4 passed, 0 failed/);
  });
});
