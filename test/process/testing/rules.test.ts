/** The rules that hold for a test file as a whole, and for its steps. */
import { describe, expect, it } from 'vitest';
import { stepNotReached } from '../../../server/protocol/index.ts';
import { patternbox, project } from '../cli/support.ts';
import { runTests, statuses, testFile } from './support.ts';

const act = `{ action: action(() => { console.error('oh'); console.warn('hm'); }) }`;
const run = async (body: string, steps: string, flags = '', head = '') =>
  runTests({ 'rules.test.tsx': head + testFile(body, steps, flags) });

describe('console output', () => {
  it('fails the file unless it is allowed', async () => {
    expect((await run('', act)).error).toMatchObject({ code: 'PB1806' });
    expect((await run('', act, 'allowConsoleErrors: true')).error?.message).toContain('warn');
    const both = 'allowConsoleErrors: 1, allowConsoleWarnings: true';
    expect((await run('', act, both)).error).toBeNull();
  });

  it('of modules that load does not count', async () => {
    const head = `export const loud = Object.freeze([console.error('loading')]);\n`;
    const result = await run('', '{ assertion: assert(() => true) }', '', head);
    expect(result.error).toBeNull();
    expect(result.passed).toBe(1);
  });
});

describe('errors while running', () => {
  const boom = `{ action: action(() => { throw new Error('boom'); }) }`;

  it('fail the file unless they are allowed or expected', async () => {
    expect((await run('', boom)).error?.message).toContain('boom');
    expect((await run('', boom, 'allowRuntimeErrors: true')).error).toBeNull();
    expect((await run('', boom, 'expectRuntimeErrors: 1')).error).toBeNull();
    expect((await run('', boom, 'expectRuntimeErrors: 2')).error).toMatchObject({ code: 'PB1807' });
    expect((await run('', '', 'expectRuntimeErrors: true')).error).toMatchObject({
      code: 'PB1807',
    });
  });
});

describe('a step that ends the process', () => {
  const steps = `{ assertion: assert(() => true) }, { action: action(() => { for (;;) {} }) }, { assertion: assert(() => true) }, { settle: true }`;
  const files = { 'rules.test.tsx': testFile('', steps) };

  it('fails those after it, which say that they were not reached', async () => {
    const result = await runTests(files, '--timeout', '1000');
    expect(statuses(result).map((text) => text.replace(/.*: /, ''))).toEqual([
      'passed',
      'failed',
      'failed',
      'failed',
    ]);
    expect(result.steps.map(({ error }) => error?.code)).toEqual([
      undefined,
      'PB1301',
      undefined,
      undefined,
    ]);
    expect(result.steps.slice(2).map(({ message }) => message)).toEqual([
      stepNotReached({}).text,
      stepNotReached({}).text,
    ]);
    expect(result.error).toMatchObject({ code: 'PB1301', location: { line: 7 } });
  });

  it('is told of once', async () => {
    const cwd = project(files);
    const { stdout, code } = await patternbox(['test', '--timeout', '1000', '.'], { cwd });
    expect(stdout.match(/PB1301/g)).toHaveLength(1);
    expect(code).toBe(1);
  });
});

describe('computations', () => {
  const growing = `
  const seen = new Writable<number[]>([]);
  const trigger = new Writable(0);
  computed(() => { if (trigger.get() > 0 && seen.sample().length < 5) seen.set([...seen.sample(), trigger.get()]); return trigger.get(); });
  const rows = computed(() => seen.get().map((each) => ({ each, on: action(() => undefined) })));`;
  const steps = `{ action: action(() => trigger.set(1)) }, { assertion: assert(() => rows.length === 1) }`;

  it('that write something else each time fail the file, at their place', async () => {
    const { error, failed } = await run(growing, steps);
    expect(failed).toBe(0);
    expect(error).toMatchObject({ code: 'PB1275', location: { file: 'rules.test.tsx', line: 9 } });
    expect(error?.message).toContain('"seen"');
    expect((await run(growing, steps, 'expectNonIdempotent: true')).error).toBeNull();
    expect((await run(growing, steps, 'expectNonIdempotent: 2')).error).toMatchObject({
      code: 'PB1811',
    });
  });

  it('that give nothing, but count, are found too', async () => {
    const counting =
      '  const runs = new Writable(0);\n  computed(() => { runs.set(runs.get() + 1); });';
    const steps = '{ assertion: assert(() => runs.get() > 0) }';
    expect((await run(counting, steps, 'expectNonIdempotent: true')).error).toBeNull();
  });

  it('that make new things each time are fine', async () => {
    const body = `
  const names = new Writable(['a', 'b']);
  const rows = computed(() => names.get().map((name) => ({ name, on: action(() => names.push(name)) })));
  const view = computed(() => <ul>{names.get().map((name) => <li onClick={() => names.push(name)}>{name}</li>)}</ul>);
  const upper = names.map((name) => ({ up: name.toUpperCase() }));
  const latest = new Writable('');
  computed(() => latest.set(names.get().at(-1) ?? ''));`;
    const result = await run(
      body,
      `{ assertion: assert(() => rows.length === 2 && upper.length === 2) }, { render: view }, { assertion: assert(() => latest.get() === 'b') }`,
    );
    expect(result.error).toBeNull();
    expect(result.passed).toBe(3);
  });

  it('need to differ where a test expects it', async () => {
    const { error } = await run('', '', 'expectNonIdempotent: true');
    expect(error).toMatchObject({ code: 'PB1811' });
  });
});

describe('steps', () => {
  it('of an unknown kind fail the file', async () => {
    const { error, steps } = await run('', `{ assertion: assert(() => true) }, { asertion: 1 }`);
    expect(error).toMatchObject({ code: 'PB1804' });
    expect(steps).toEqual([]);
  });

  it('render what can be drawn', async () => {
    const good = `{ render: <p>hi</p> }, { render: null }, { render: [1, 'a', []] }, { render: {}, skip: true }`;
    const result = await run('', `${good}, { render: {} }, { settle: true }`);
    expect(statuses(result)).toEqual([
      'render_1: passed',
      'render_2: passed',
      'render_3: passed',
      'render_4: skipped',
      'render_5: failed',
      'settle_1: passed',
    ]);
    expect((await run('', '', '[UI]: {}')).error).toMatchObject({ code: 'PB1810' });
    expect((await run('', '', '[UI]: <b />')).error).toBeNull();
  });

  it('take trusted events of a view', async () => {
    const body =
      '  const clicks = new Writable(0);\n  const click = action(() => clicks.increment());';
    const trusted = `{ action: click, trustedUi: { surface: 'S', action: 'press' }, event: {} }`;
    const result = await run(body, `${trusted}, { assertion: assert(() => clicks.get() === 1) }`);
    expect(statuses(result)).toEqual(['action_1: passed', 'assertion_1 after action_1: passed']);
  });

  it('that take more than five seconds fail, and those after them', async () => {
    const result = await run(
      '',
      `{ action: action(() => { for (;;); }) }, { assertion: assert(() => true) }`,
    );
    expect(statuses(result)).toEqual(['action_1: failed', 'assertion_1 after action_1: failed']);
    expect(result.steps[0]?.error).toMatchObject({
      type: 'TimeoutError',
      message: expect.stringContaining('5') as string,
    });
  });

  it('of an older test are judged by their value', async () => {
    const text = `import { computed, recipe, Cell, action } from 'commontools';
export default recipe('old', () => {
  const n = Cell.of(1);
  const up = action(() => n.set(2));
  return { tests: [{ assertion: computed(() => n.get() === 1) }, { action: up }, { assertion: computed(() => n.get() === 1) }] };
});\n`;
    const result = await runTests({ 'old.test.tsx': text });
    expect(statuses(result)).toEqual([
      'assertion_1: passed',
      'action_1: passed',
      'assertion_2 after action_1: failed',
    ]);
    expect(result.steps[2]?.message).toBe('Expected true, got false.');
  });
});
