/** What a debugged run still refuses, and what it leaves behind: nothing. */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { connect } from './websocket.ts';
import { patternWith, useDebugger } from './support.ts';

const bench = useDebugger();

const status = (address: string): Promise<number> =>
  new Promise((resolve) => {
    http
      .get(address, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
      .once('error', () => resolve(0));
  });

const refusal = (url: string): Promise<string> =>
  connect(url).then(
    (client) => {
      client.close();
      return 'connected';
    },
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

/** The processes that this one has started. */
function children(): number[] {
  const listed = readFileSync(`/proc/self/task/${process.pid}/children`, 'latin1');
  return listed.split(' ').filter(Boolean).map(Number);
}

/** Addresses of this machine that are not the loopback's. */
const outside = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter(({ internal, family }) => !internal && family === 'IPv4')
  .map(({ address }) => address);

describe('the inspector', () => {
  it('listens on the loopback only, tells its secret to nobody, and goes with the run', async () => {
    bench.put({ 'idle.tsx': patternWith('return { one: 1 };') });
    const { target, session, opening } = await bench.debug('idle.tsx');
    const run = await opening;
    const { host, port, pathname } = new URL(target.url);
    expect(target.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]{36}$/);

    expect(await refusal(`ws://${host}/`)).toBe('status 400');
    const wrong = pathname.replace(/[0-9a-f]/g, (digit) => (digit === '0' ? '1' : '0'));
    expect(await refusal(`ws://${host}${wrong}`)).toBe('status 400');
    for (const list of ['/json', '/json/list', '/json/version']) {
      expect(await status(`http://${host}${list}`)).not.toBe(200);
    }
    for (const address of outside) {
      expect(await status(`http://${address}:${port}/json/version`)).toBe(0);
      expect(await refusal(`ws://${address}:${port}${pathname}`)).toMatch(/ECONNREFUSED/);
    }

    run.close();
    await session.closed;
    // The process closes one socket after the other; this one may be reset before it is gone.
    await vi.waitFor(async () => expect(await refusal(target.url)).toMatch(/ECONNREFUSED/));
  });

  it('is of a new address for every run', async () => {
    const [one, two] = await Promise.all([bench.debug('idle.tsx'), bench.debug('idle.tsx')]);
    expect(one.target.url).not.toBe(two.target.url);
    for (const { opening } of [one, two]) (await opening).close();
  });

  it.runIf(process.platform === 'linux')('is in no other process', async () => {
    const run = await bench.open('idle.tsx', {});
    const commands = children().map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'latin1'));
    const sandboxes = commands.filter((command) => command.includes('bootstrap.js'));
    expect(sandboxes.length).toBeGreaterThan(0);
    for (const command of sandboxes) expect(command).not.toContain('inspect');
    run.close();
  });
});

/** What an attacker would reach for, as expressions of a pattern; each must give its text. */
const probes: Readonly<Record<string, string>> = {
  'typeof globalThis.process': 'undefined',
  'typeof globalThis.require': 'undefined',
  'typeof globalThis.inspector': 'undefined',
  'typeof globalThis.fetch': 'function',
  'typeof globalThis.WebSocket': 'undefined',
  'typeof globalThis.patternboxPeek': 'undefined',
  'typeof globalThis.patternboxPowers': 'undefined',
  "(0, eval)('typeof process + typeof patternboxPeek')": 'undefinedundefined',
  "new Function('return typeof process + typeof patternboxPeek')()": 'undefinedundefined',
  "String(new Error('x').stack)": '',
};

describe('a pattern that is debugged', () => {
  it('reaches neither the inspector nor the host', async () => {
    const entries = Object.keys(probes).map((code, index) => `p${index}: ${code},`);
    bench.put({
      'probe.tsx': patternWith(
        `const look = computed((): any => { const s: any = { ${entries.join('\n')} }; return s; });\nreturn { look };`,
      ),
    });
    const { opening } = await bench.debug('probe.tsx');
    const run = await opening;
    const { look } = (run.result.result ?? {}) as { look?: Record<string, string> };
    const expected = Object.values(probes).map((text, index) => [`p${index}`, text]);
    expect(run.result.error).toBeNull();
    expect(look).toEqual(Object.fromEntries(expected));
    run.close();
  });

  it('gives the debugger no host object of the realm either', async () => {
    const { session, opening } = await bench.debug('idle.tsx');
    const run = await opening;
    const evaluate = async (expression: string): Promise<unknown> => {
      const { result } = await session.command('Runtime.evaluate', { expression });
      return (result as { value?: unknown }).value;
    };
    const names =
      'typeof require + typeof process.binding + typeof process.kill + typeof process.env';
    expect(await evaluate(names)).toBe('undefinedundefinedundefinedundefined');
    expect(await evaluate('Object.keys(process).join()')).toBe('pid,version,arch');
    expect(await evaluate('Object.isFrozen(process)')).toBe(true);
    run.close();
  });

  it('has no more permissions than any other', async () => {
    bench.put({
      'asks.tsx': patternWith(
        'const get = action(async () => { await fetch("http://127.0.0.1:1/"); });\nreturn { get };',
      ),
    });
    const { opening } = await bench.debug('asks.tsx');
    const run = await opening;
    const { error } = await run.send({ stream: 'get' });
    expect(error).toMatchObject({ type: 'PermissionError', code: 'PB1401' });
    run.close();
  });
});

describe('the limits of a debugged run', () => {
  const spin = patternWith(
    'const twice = computed(() => { let n = 0; for (let i = 0; i < 40_000_000; i++) n += i % 7; return n > 0; });\nreturn { twice };',
  );

  it('of time are suspended', async () => {
    bench.put({ 'spin.tsx': spin });
    const limits = { timeoutMs: 100, cpuTimeoutMs: 100 };
    const { session, opening } = await bench.debug('spin.tsx', undefined, { limits });
    await session.command('Debugger.pause');
    await session.stopped();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await session.resume();
    const run = await opening;
    expect(run.result).toMatchObject({ success: true, result: { twice: true } });
    run.close();
  });

  it('of memory hold', async () => {
    bench.put({
      'memory.tsx': patternWith(
        'const all = computed(() => { const kept: number[][] = []; for (;;) kept.push(new Array(100_000).fill(1)); return kept.length; });\nreturn { all };',
      ),
    });
    const { opening } = await bench.debug('memory.tsx', undefined, { limits: { memoryMb: 96 } });
    const run = await opening;
    expect(run.result.outcome).toBe('memory');
  });
});

describe('a run that waits for its debugger', () => {
  it('is refused where every layer is required', async () => {
    const off = await bench.engine().debugTest();
    let asked = false;
    const run = await bench.open('idle.tsx', {
      debugger: {
        requireAllLayers: true,
        attach: () => {
          asked = true;
          return Promise.resolve();
        },
      },
    });
    expect(asked).toBe(off.length === 0);
    expect(run.result.error?.code ?? null).toBe(off.length === 0 ? null : 'PB1431');
    run.close();
  });

  it('names the layers that are off', async () => {
    const { target, opening } = await bench.debug('idle.tsx');
    const layers = await bench.engine().selfTest();
    const active = layers.filter((layer) => layer.active).map(({ name }) => name);
    for (const name of target.off) expect(active).toContain(name);
    const [major = 0] = process.versions.node.split('.').map(Number);
    expect(target.off.includes('permissions')).toBe(major < 24);
    (await opening).close();
  });

  it('says why when nobody attaches', async () => {
    const attach = (): Promise<void> => Promise.reject(new Error('no debugger is installed'));
    const { result } = await bench.open('idle.tsx', {
      debugger: { requireAllLayers: false, attach },
    });
    expect(result.error).toMatchObject({ type: 'InternalError', code: 'PB1434' });
    expect(result.error?.message).toContain('no debugger is installed');
  });

  it('ends when it is cancelled, or when its process dies', async () => {
    const controller = new AbortController();
    const waiting = bench.open('idle.tsx', {
      signal: controller.signal,
      debugger: {
        requireAllLayers: false,
        attach: () => {
          controller.abort();
          return new Promise(() => undefined);
        },
      },
    });
    expect((await waiting).result.outcome).toBe('cancelled');

    const { session, opening } = await bench.debug('idle.tsx', (each) => {
      void each.command('Runtime.evaluate', { expression: 'process.pid' }).then((answer) => {
        process.kill((answer['result'] as { value: number }).value, 'SIGKILL');
      });
      each.breakAt('idle.tsx', 3);
    });
    await session.closed;
    expect((await opening).result.outcome).toBe('crashed');
  });
});
