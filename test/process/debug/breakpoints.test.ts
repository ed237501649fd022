/** Breakpoints with the sandbox on, spoken to as a debugger speaks. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DebugTarget, OpenRun, RunOptions } from '../../../server/engine/index.ts';
import { memoryEngine } from '../maps/run-sites.ts';
import { attachDebugger } from './debugger.ts';
import type { Debugger } from './debugger.ts';

let memory: ReturnType<typeof memoryEngine>;
beforeAll(() => {
  memory = memoryEngine();
});
afterAll(() => memory.engine.dispose());

const root = path.resolve('/maps');

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

/** Opens the two files under a debugger that was prepared by `prepare`. */
async function debug(
  prepare: (debug: Debugger) => void,
  options: Partial<RunOptions> = {},
): Promise<{ session: Debugger; opening: Promise<OpenRun>; target: DebugTarget }> {
  memory.put({ 'main.tsx': main, 'tax.ts': tax });
  let opening: Promise<OpenRun> | undefined;
  const attached = new Promise<{ session: Debugger; target: DebugTarget }>((resolve, reject) => {
    opening = memory.engine.open(
      { file: path.join(root, 'main.tsx'), root },
      {
        ...options,
        debugger: {
          requireAllLayers: false,
          attach: async (target) => {
            const session = await attachDebugger(target.url);
            prepare(session);
            resolve({ session, target });
          },
        },
      },
    );
    opening.catch(reject);
  });
  const { session, target } = await attached;
  if (!opening) throw new Error('nothing was opened');
  return { session, target, opening };
}

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

  it('hold at a debugger statement, and at a condition that is true', async () => {
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
});
