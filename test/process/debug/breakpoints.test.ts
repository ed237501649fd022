/** Breakpoints with the sandbox on, spoken to as a debugger speaks. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Debugged } from './support.ts';
import type { Debugger } from './debugger.ts';
import { patternWith, useDebugger } from './support.ts';

const bench = useDebugger();

const main = `import { action, computed, pattern } from "commonfabric";
import type { Default, Writable } from "commonfabric";
import { withTax } from "./tax.ts";

interface Input {
  cents?: Writable<number | Default<100>>;
}

export default pattern<Input>(({ cents }) => {
  const total = computed(() => {
    const net = cents.get();
    const gross = withTax(net);
    return gross;
  });
  const add = action((by: number) => {
    const before = cents.get();
    cents.set(before + by);
  });
  return { total, add };
});
`;
const tax = `/** The rate. */
export const RATE = 0.5;

export function withTax(net: number): number {
  const rate = RATE;
  return net + net * rate;
}
`;

beforeAll(() => bench.put({ 'main.tsx': main, 'tax.ts': tax }));
const debug = (prepare: (session: Debugger) => void): Promise<Debugged> =>
  bench.debug('main.tsx', prepare);

describe('breakpoints', () => {
  it('stop in a computation and in a handler, at the lines that the author wrote', async () => {
    const { session, opening } = await debug((each) => {
      each.breakAt('main.tsx', 12);
      each.breakAt('main.tsx', 17);
    });
    const first = await session.stopped();
    expect(first).toMatchObject({ file: 'main.tsx', line: 12 });
    expect(await first.evaluate('net')).toBe('100');
    await session.resume();
    const run = await opening;
    expect(run.result).toMatchObject({ success: true, result: { total: 150 } });

    const sending = run.send({ stream: 'add', event: 20 });
    const second = await session.stopped();
    expect(second).toMatchObject({ file: 'main.tsx', line: 17 });
    expect(await second.evaluate('before + by')).toBe('120');
    await session.resume();
    // The computation runs again with the new value.
    const third = await session.stopped();
    expect(await third.evaluate('net')).toBe('120');
    await session.resume();
    expect((await sending).result).toMatchObject({ total: 180 });
    run.close();
    await session.closed;
  });

  it('step into the function of a sibling', async () => {
    const { session, opening } = await debug((each) => each.breakAt('main.tsx', 12));
    await session.stopped();
    await session.resume('stepInto');
    let stop = await session.stopped();
    // A debugger that knows the map goes on by itself where no author wrote anything.
    while (stop.line === null) {
      await session.resume('stepOver');
      stop = await session.stopped();
    }
    expect(stop).toMatchObject({ file: 'tax.ts', line: 5 });
    expect(await stop.evaluate('net')).toBe('100');
    await session.resume();
    (await opening).close();
  });

  it('hold where their condition is true', async () => {
    const { session, opening } = await debug((each) => each.breakAt('tax.ts', 6, 'net > 110'));
    const run = await opening;
    const sending = run.send({ stream: 'add', event: 20 });
    const stop = await session.stopped();
    expect(stop).toMatchObject({ file: 'tax.ts', line: 6 });
    expect(await stop.evaluate('net')).toBe('120');
    await session.resume();
    await sending;
    run.close();
  });

  it('show cells, values and streams as what they hold, and compute nothing', async () => {
    bench.put({
      'scopes.tsx': patternWith(
        [
          'const n = Writable.of(3);',
          'const items = Writable.of([{ name: "tea", tags: ["hot"] }]);',
          'const twice = computed(() => { console.log("computed"); return n.get() * 2; });',
          'const add = action(() => {',
          '  const all = items.get();',
          '  n.set(n.get() + all.length);',
          '  return [twice, add];',
          '});',
          'return { twice, add, items };',
        ].join('\n'),
      ),
    });
    const { session, opening } = await bench.debug('scopes.tsx', (each) =>
      each.breakAt('scopes.tsx', 9),
    );
    const run = await opening;
    const sending = run.send({ stream: 'add' });
    const stop = await session.stopped();
    expect(await stop.shown('n')).toBe('cell: 4');
    expect(await stop.shown('items')).toBe('cell: [{ name: "tea", tags: ["hot"] }]');
    expect(await stop.shown('all')).toBe('[{ name: "tea", tags: ["hot"] }]');
    expect(await stop.shown('twice')).toBe('6');
    expect(await stop.shown('add')).toMatch(/^stream /);
    expect(await stop.shown('({})')).toBe('');
    await session.resume();
    const { console: lines } = await sending;
    // Once at the start and once after the event: not for the looks in between.
    expect(lines.map(({ text }) => text)).toEqual(['computed', 'computed']);
    run.close();
  });

  it('step over a line at a time', async () => {
    const { session, opening } = await debug((each) => each.breakAt('main.tsx', 11));
    const lines: (number | null)[] = [];
    for (let step = 0; step < 3; step += 1) {
      lines.push((await session.stopped()).line);
      await session.resume('stepOver');
    }
    await session.stopped();
    await session.resume();
    expect(lines).toEqual([11, 12, 13]);
    (await opening).close();
  });

  it('are not needed for a debugger statement', async () => {
    bench.put({ 'statement.tsx': patternWith('const one = 1;\ndebugger;\nreturn { one };') });
    const { session, opening } = await bench.debug('statement.tsx');
    const stop = await session.stopped();
    expect(stop).toMatchObject({ file: 'statement.tsx', line: 4 });
    expect(await stop.evaluate('one')).toBe('1');
    await session.resume();
    const run = await opening;
    expect(run.result).toMatchObject({ success: true, result: { one: 1 }, diagnostics: [] });
    run.close();
  });

  it('leave a debugger statement without effect, and hinted at, in a normal run', async () => {
    bench.put({ 'statement.tsx': patternWith('debugger;\nreturn { one: 1 };') });
    const { result } = await bench.open('statement.tsx', {});
    expect(result).toMatchObject({ success: true, result: { one: 1 } });
    expect(result.diagnostics).toMatchObject([
      { code: 'PB1433', severity: 'hint', range: { start: { line: 3, column: 1 } } },
    ]);
  });
});
