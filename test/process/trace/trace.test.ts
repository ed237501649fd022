import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunResult, TraceEntry } from '../../../server/protocol/index.ts';
import { patternbox, project, runJson } from '../cli/support.ts';

const source = [
  'import { computed, handler, pattern, type Default, type Writable } from "commonfabric";',
  'import { step } from "./step.ts";',
  'const add = handler<{ by: number }, { count: Writable<number> }>(({ by }, { count }) => {',
  '  console.log("adding", by);',
  '  count.set(count.get() + by * step);',
  '});',
  'export default pattern<{ count?: Writable<number | Default<1>> }>(({ count }) => {',
  '  const double = computed(() => count.get() * 2);',
  '  const sign = computed(() => (double > 0 ? "plus" : "minus"));',
  '  return { count, double, sign, add: add({ count }) };',
  '});',
].join('\n');
const files = { 'main.tsx': source, 'step.ts': 'export const step = 10;' };

function ofType<Type extends TraceEntry['type']>(
  { trace }: RunResult,
  type: Type,
): Extract<TraceEntry, { type: Type }>[] {
  return (trace?.events ?? []).filter(
    (entry): entry is Extract<TraceEntry, { type: Type }> => entry.type === type,
  );
}

describe('the trace of a run', () => {
  it('tells what happened and why, in the order of time', async () => {
    const folder = project(files);
    const result = await runJson(['main.tsx', '--debug', '--send', 'add={"by":2}'], folder);
    expect(result.error).toBeNull();
    const events = result.trace?.events ?? [];
    expect(events.map(({ at }) => at)).toEqual(
      events.map(({ at }) => at).toSorted((a, b) => a - b),
    );
    expect(ofType(result, 'load').map(({ module }) => module)).toEqual(['main.tsx', 'step.ts']);
    expect(ofType(result, 'instantiate')).toMatchObject([{ location: { line: 7 } }]);
    expect(ofType(result, 'write')).toMatchObject([
      { cell: 'count', value: '21', location: { file: 'main.tsx', line: 3 } },
    ]);
    expect(ofType(result, 'event')).toMatchObject([{ stream: 'add', value: '{ by: 2 }' }]);
    expect(ofType(result, 'console')).toMatchObject([{ level: 'log', text: 'adding 2' }]);
    const computed = ofType(result, 'compute');
    expect(computed.filter(({ name }) => name === 'double')).toMatchObject([
      { because: [], outcome: 'value', value: '2', location: { line: 8 } },
      { because: ['count'], outcome: 'value', value: '42' },
    ]);
    expect(computed.filter(({ name }) => name === 'sign')).toMatchObject([
      { because: [], value: '"plus"' },
      { because: ['double'], outcome: 'same' },
    ]);
    expect(ofType(result, 'read').some(({ cell }) => cell === 'count')).toBe(true);
    expect(result.trace?.truncated).toBe(false);
  });

  it('changes nothing else, and is not there without being asked for', async () => {
    const folder = project(files);
    const plain = await runJson(['main.tsx'], folder);
    const traced = await runJson(['main.tsx', '--trace', 'out.json'], folder);
    expect(plain.trace).toBeUndefined();
    expect(traced.result).toEqual(plain.result);
    expect(traced.exports).toEqual(plain.exports);
  });

  it('is written in the Chrome trace-event format', async () => {
    const folder = project(files);
    const args = ['run', 'main.tsx', '--send', 'add={"by":1}', '--trace', 'out.json'];
    const { code } = await patternbox(args, { cwd: folder });
    expect(code).toBe(0);
    const document = JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')) as {
      readonly traceEvents: readonly Record<string, unknown>[];
    };
    expect(document.traceEvents[0]).toMatchObject({ ph: 'M', name: 'process_name' });
    for (const event of document.traceEvents) {
      expect(event).toMatchObject({ pid: 1, tid: 1, name: expect.any(String) as string });
      expect(Number.isInteger(event['ts'])).toBe(true);
      expect(event['ph'] === 'X').toBe('dur' in event);
    }
    const names = document.traceEvents.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['load main.tsx', 'event add', 'compute double']));
    expect(JSON.stringify(document)).not.toContain(folder);
  });

  it('says so when the file cannot be written', async () => {
    const folder = project(files);
    const { code, stderr } = await patternbox(['run', 'main.tsx', '--trace', 'nowhere/out.json'], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('Cannot write nowhere/out.json');
    expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
  });

  it('masks secrets in cells, events, results and console', async () => {
    const folder = project({
      'main.tsx': [
        'import { computed, handler, pattern, Writable } from "commonfabric";',
        'const login = handler<any, { password: Writable<string> }>((event, { password }) => {',
        '  console.log("Bearer abcdefgh12345678");',
        '  password.set(event.password);',
        '});',
        'export default pattern(() => {',
        '  const password = new Writable("hunter2");',
        '  const shown = computed(() => ({ apiKey: password.get(), note: "sk-hunter2hunter2" }));',
        '  return { shown, login: login({ password }) };',
        '});',
      ].join('\n'),
    });
    const args = ['main.tsx', '--debug', '--send', 'login={"password":"hunter2x"}'];
    const result = await runJson(args, folder);
    expect(result.error).toBeNull();
    const text = JSON.stringify(result.trace);
    expect(text).toContain('•••');
    expect(text).not.toMatch(/hunter2|abcdefgh12345678/);
  });

  it('has what was refused, also where the pattern catches it', async () => {
    const folder = project({
      'main.tsx': [
        'import { action, pattern } from "commonfabric";',
        'export default pattern(() => ({',
        '  go: action(async () => {',
        '    try { await fetch("https://example.com/a"); } catch { console.log("caught"); }',
        '  }),',
        '}));',
      ].join('\n'),
    });
    const result = await runJson(['main.tsx', '--debug', '--send', 'go'], folder);
    expect(ofType(result, 'permission')).toMatchObject([{ scope: 'network', granted: false }]);
  });

  it('has failures, with their phase', async () => {
    const folder = project({
      'main.tsx': [
        'import { computed, pattern } from "commonfabric";',
        'export default pattern(() => ({ a: computed(() => (null as any).b) }));',
      ].join('\n'),
    });
    const result = await runJson(['main.tsx', '--debug'], folder);
    expect(ofType(result, 'failure')).toMatchObject([{ phase: 'computation' }]);
    expect(ofType(result, 'compute')).toMatchObject([{ outcome: 'failed', value: '' }]);
  });

  it('is bounded and says so; the run goes on', async () => {
    const folder = project({
      'main.tsx': [
        'import { computed, pattern, Writable } from "commonfabric";',
        'export default pattern(() => {',
        '  const cell = new Writable("x".repeat(1000));',
        '  return { a: computed(() => { for (let i = 0; i < 20000; i++) cell.get(); return 7; }) };',
        '});',
      ].join('\n'),
    });
    const result = await runJson(['main.tsx', '--debug'], folder);
    expect(result.result).toEqual({ a: 7 });
    expect(result.trace?.truncated).toBe(true);
    expect(result.trace?.events.length).toBeLessThanOrEqual(5000);
    expect(JSON.stringify(result.trace).length).toBeLessThan(4_000_000);
  });
});
