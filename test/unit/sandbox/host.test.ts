import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createFrameReader,
  encodeFrame,
  FrameTooLarge,
  MAX_FRAME_BYTES,
} from '../../../server/protocol/frame.ts';
import { defaultLimits } from '../../../server/protocol/index.ts';
import { reasonOf } from '../../../server/sandbox/exit-reason.ts';
import { launchOf } from '../../../server/sandbox/launch.ts';
import { openMessage } from '../../../server/sandbox/open-message.ts';
import { makeQueue } from '../../../server/sandbox/queue.ts';
import { cleanEnvironment, detectFlags } from '../../../server/sandbox/runtime-flags.ts';
import { parseProc, parsePs } from '../../../server/sandbox/usage-text.ts';
import { makeWatchdog } from '../../../server/sandbox/watchdog.ts';
import type { Exceeded } from '../../../server/sandbox/watchdog.ts';

fc.configureGlobal({ numRuns: 40 });

describe('frames', () => {
  it('arrive whole and in order however they are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (texts, size) => {
          const bytes = Buffer.concat(texts.map(encodeFrame));
          const seen: string[] = [];
          const reader = createFrameReader((text) => void seen.push(text));
          for (let at = 0; at < bytes.length; at += size)
            reader.push(bytes.subarray(at, at + size));
          expect(seen).toEqual(texts);
        },
      ),
    );
  });

  it('are refused by their length alone', () => {
    const header = Buffer.alloc(4);
    header.writeUInt32LE(MAX_FRAME_BYTES + 1);
    const reader = createFrameReader(() => undefined);
    reader.push(header.subarray(0, 3));
    expect(() => reader.push(header.subarray(3))).toThrow(FrameTooLarge);
    expect(() => encodeFrame('x'.repeat(MAX_FRAME_BYTES + 1))).toThrow(FrameTooLarge);
  });
});

describe('usage', () => {
  it('is read from /proc, whatever the command is called', () => {
    const stat = `12 (a b) (c) S ${Array.from({ length: 20 }, (_, index) => index).join(' ')}`;
    expect(parseProc(stat, 'Name:\tnode\nVmRSS:\t  2048 kB\n')).toEqual({
      memoryMb: 2,
      cpuMs: 210,
      waits: true,
    });
    expect(parseProc('', '')).toBeNull();
  });

  it.each([
    ['  2048   0:01.50', { memoryMb: 2, cpuMs: 1500 }],
    [' 1024 01:02:03', { memoryMb: 1, cpuMs: 3_723_000 }],
    [' 1024 1-01:02:03', { memoryMb: 1, cpuMs: 90_123_000 }],
    ['garbage', null],
  ])('is read from ps: %s', (line, sample) => {
    expect(parsePs(line)).toEqual(sample);
  });
});

describe('the watchdog', () => {
  const limits = { ...defaultLimits, memoryMb: 100, cpuTimeoutMs: 1000 };

  /** Feeds samples to a watchdog and gives what it called back with. */
  async function feed(
    samples: readonly { memoryMb: number; cpuMs: number }[],
  ): Promise<Exceeded[]> {
    const found: Exceeded[] = [];
    const left = [...samples];
    await new Promise<void>((resolve) => {
      const dog = makeWatchdog(1, limits, {
        intervalMs: 1,
        sample: (_pid, onSample) => {
          const next = left.shift();
          if (next) onSample(next);
          else resolve();
        },
      });
      dog.start((exceeded) => {
        found.push(exceeded);
        resolve();
      });
    });
    return found;
  }

  it('counts memory beyond that of the idle process', async () => {
    expect(
      await feed([
        { memoryMb: 50, cpuMs: 9000 },
        { memoryMb: 149, cpuMs: 9500 },
      ]),
    ).toEqual([]);
    expect(
      await feed([
        { memoryMb: 50, cpuMs: 0 },
        { memoryMb: 151, cpuMs: 0 },
      ]),
    ).toEqual([{ kind: 'memory', used: 101 }]);
  });

  it('counts CPU time of this command', async () => {
    expect(
      await feed([
        { memoryMb: 50, cpuMs: 5000 },
        { memoryMb: 50, cpuMs: 6001 },
      ]),
    ).toEqual([{ kind: 'cpu', used: 1001 }]);
  });
});

describe('the end of a process', () => {
  const exit = { code: null, signal: null, stderr: '' };
  it.each([
    [
      { ...exit, signal: 'SIGABRT', stderr: 'FATAL ERROR: Reached heap limit Allocation failed' },
      'memory',
    ],
    [
      { ...exit, code: 134, stderr: 'FATAL ERROR: Ineffective mark-compacts near heap limit' },
      'memory',
    ],
    [{ ...exit, signal: 'SIGXCPU' }, 'cpu'],
    [{ ...exit, signal: 'SIGKILL' }, 'crashed'],
    [{ ...exit, signal: 'SIGABRT', stderr: 'heap out of memory' }, 'crashed'],
    [{ ...exit, code: 0 }, 'crashed'],
    [{ ...exit, code: 1, stderr: 'FATAL ERROR: x Allocation failed' }, 'crashed'],
    [{ ...exit, signal: 'SIGTRAP', stderr: '\n# Fatal process out of memory: Zone' }, 'memory'],
    [{ ...exit, code: 134, stderr: "terminate called after an 'std::bad_alloc'" }, 'memory'],
  ] as const)('%j', (status, kind) => {
    const look = { usedMb: 10, filling: false };
    expect(reasonOf(status, defaultLimits, look).kind).toBe(kind);
  });

  it.each([
    [{ ...exit, signal: 'SIGABRT' }, 'memory'],
    [{ ...exit, signal: 'SIGKILL' }, 'memory'],
    [{ ...exit, code: 139 }, 'memory'],
    [{ ...exit, code: 1 }, 'crashed'],
    [{ ...exit, signal: 'SIGTERM' }, 'crashed'],
  ] as const)('%j of a process that was filling its memory', (status, kind) => {
    const look = { usedMb: 400, filling: true };
    expect(reasonOf(status, defaultLimits, look).kind).toBe(kind);
  });
});

describe('the queue', () => {
  it('keeps order and capacity, and forgets whoever gave up', async () => {
    const queue = makeQueue(1);
    const order: string[] = [];
    const gates: (() => void)[] = [];
    const work = (name: string) => () =>
      new Promise<void>((resolve) => {
        order.push(name);
        gates.push(resolve);
      });
    const abort = new AbortController();
    const all = [queue.run(work('a')), queue.run(work('b'), abort.signal), queue.run(work('c'))];
    await Promise.resolve();
    expect([queue.running(), queue.waiting()]).toEqual([1, 2]);
    abort.abort();
    expect(await all[1]).toBe(false);
    gates[0]?.();
    expect(await all[0]).toBe(true);
    gates[1]?.();
    expect(await all[2]).toBe(true);
    expect(order).toEqual(['a', 'c']);
    expect([queue.running(), queue.waiting()]).toEqual([0, 0]);
  });

  it('makes room again when work fails', async () => {
    const queue = makeQueue(1);
    await expect(queue.run(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(queue.running()).toBe(0);
  });
});

describe('the start of a process', () => {
  it('denies everything but the sandbox folder', async () => {
    const flags = await detectFlags(process.execPath);
    const { command, args } = launchOf('/node', import.meta.dirname, flags, []);
    expect(command).toBe('/node');
    expect(args[0]).toMatch(/^--(?:experimental-)?permission$/u);
    expect(args.filter((argument) => argument.startsWith('--allow'))).toEqual([
      `--allow-fs-read=${import.meta.dirname}/*`,
    ]);
    const wrapped = launchOf('/node', import.meta.dirname, flags, [
      (inner) => ({ command: '/wrap', args: [inner.command, ...inner.args] }),
    ]);
    expect([wrapped.command, wrapped.args[0]]).toEqual(['/wrap', '/node']);
  });

  it('hands on nothing of the environment', () => {
    expect(cleanEnvironment()).toEqual({ TZ: 'UTC' });
  });

  it('sends no hash, map or path of the host', () => {
    const record = {
      path: 'a.ts',
      hash: 'h',
      sourceURL: 'u',
      code: 'c',
      imports: [],
      facts: [],
      generation: 'none',
      text: 't',
    } as const;
    const request = {
      records: [record],
      entry: 'a.ts',
      exportName: 'default',
      limits: defaultLimits,
      trace: false,
    };
    const message = openMessage(request, () => ({}));
    expect(Object.keys(message.records[0] ?? {}).sort()).toEqual([
      'code',
      'facts',
      'generation',
      'imports',
      'path',
      'sourceURL',
    ]);
    expect(message).not.toHaveProperty('argument');
    expect(openMessage({ ...request, argument: null }, () => ({}))).toHaveProperty(
      'argument',
      null,
    );
  });
});
