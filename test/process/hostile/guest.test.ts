/**
 * A sandbox process that no longer belongs to us: everything that it says is hostile. It is played
 * by a script that claims every layer and answers the first command with bytes of its choice.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../server/protocol/index.ts';
import { createPool } from '../../../server/sandbox/index.ts';
import type { EndReason, RunEvents } from '../../../server/sandbox/index.ts';

const answer = {
  type: 'answer',
  id: 1,
  snapshot: {
    exports: [],
    result: 'forged',
    waiting: [],
    findings: [],
    cpuTimeMs: 1,
    memoryMb: 1,
    outputBytes: 0,
  },
};
const thrown = {
  kind: 'error',
  name: 'Error',
  message: 'x',
  code: null,
  frames: [],
  cause: null,
  errors: [],
  refusal: null,
};
const json = (value: unknown): string => `frame(${JSON.stringify(JSON.stringify(value))})`;

/** The script of a process that says `ready`, waits for a command and then runs `then`. */
const script = (
  then: string,
  first = 'frame(JSON.stringify({ type: "ready", layers }))',
): string => `
  const fs = require('node:fs');
  const layers = { lockdown: true, realm: true, imports: true, environment: true };
  const bytes = (data, to = 3) => { for (let at = 0; at < data.length; ) {
    try { at += fs.writeSync(to, data, at); } catch (error) { if (error.code !== 'EAGAIN') return; } } };
  const frame = (text, to = 3) => { const body = Buffer.from(text); const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length); bytes(Buffer.concat([head, body]), to); };
  ${first};
  new (require('node:net').Socket)({ fd: 4 }).once('data', () => { ${then}; });
  setInterval(() => {}, 1000);`;

const silent: RunEvents = { onConsole: () => undefined, onFailure: () => undefined };

async function endOf(text: string): Promise<EndReason | null> {
  const sandboxDir = mkdtempSync(path.join(tmpdir(), 'patternbox-forged-'));
  writeFileSync(path.join(sandboxDir, 'bootstrap.js'), text);
  const pool = createPool({ sandboxDir, spares: 0 });
  try {
    const run = await pool.open(
      {
        records: [],
        entry: 'main.tsx',
        exportName: 'default',
        limits: { ...defaultLimits, timeoutMs: 700 },
        trace: false,
      },
      silent,
    );
    return run.ended;
  } finally {
    await pool.dispose();
    rmSync(sandboxDir, { recursive: true, force: true });
  }
}

const withFailure = (change: object): string =>
  json({
    type: 'failure',
    failure: { phase: 'load', thrown, origin: null, stream: null, ...change },
  });

const broken: Record<string, string> = {
  'text that is no JSON': 'frame("nonsense")',
  'an empty frame': 'frame("")',
  'a number': 'frame("7")',
  null: 'frame("null")',
  'an empty list': 'frame("[]")',
  'a message without a type': 'frame("{}")',
  'a message of an unknown type': json({ type: 'pwn' }),
  'a type from the prototype': json({ type: 'constructor' }),
  'ready a second time': json({ type: 'ready', layers: {} }),
  'an answer to nothing': json({ ...answer, id: 99 }),
  'an answer with a text for its number': json({ ...answer, id: '1' }),
  'an answer without a snapshot': json({ type: 'answer', id: 1 }),
  'a snapshot with a broken export': json({
    ...answer,
    snapshot: { ...answer.snapshot, exports: [{ name: 1, kind: 'pattern' }] },
  }),
  'a snapshot with an unknown kind': json({
    ...answer,
    snapshot: { ...answer.snapshot, exports: [{ name: 'x', kind: 'root' }] },
  }),
  'a snapshot that has used NaN': json({
    ...answer,
    snapshot: { ...answer.snapshot, cpuTimeMs: NaN },
  }),
  'a console line of an unknown level': json({
    type: 'console',
    level: 'fatal',
    text: '',
    frames: [],
  }),
  'a console line that is no text': json({ type: 'console', level: 'log', text: {}, frames: [] }),
  'a frame that is none': json({ type: 'console', level: 'log', text: '', frames: [{}] }),
  'a failure of an unknown phase': withFailure({ phase: 'boot' }),
  'a failure without what was thrown': withFailure({ thrown: null }),
  'a failure with a broken cause': withFailure({ thrown: { ...thrown, cause: { kind: 'error' } } }),
  'a failure with a broken refusal': withFailure({
    thrown: { ...thrown, refusal: { kind: 'root' } },
  }),
  'a trace that is no record': json({ type: 'trace', event: 'x' }),
  'a limit that is none': json({
    type: 'limit',
    refusal: { kind: 'permission', scope: 'x', target: 'y' },
    frames: [],
  }),
  'a frame beyond the limit': 'bytes(Buffer.from([0xff, 0xff, 0xff, 0xff, 1, 2, 3]))',
  'garbage on the descriptor of last words': 'frame("nonsense", 5)',
  'more console output than allowed':
    'const line = JSON.stringify({ type: "console", level: "log", text: "x".repeat(100000), frames: [] }); for (let n = 0; n < 40; n++) frame(line)',
};

describe.concurrent('a process that breaks the protocol is killed', () => {
  it.each(Object.entries(broken))('with %s', async (_name, then) => {
    expect(await endOf(script(then))).toMatchObject({ kind: 'protocol' });
  });

  it('with a frame that never ends, at the time limit', async () => {
    const end = await endOf(script('bytes(Buffer.from([100, 0, 0, 0, 123]))'));
    expect(end).toMatchObject({ kind: 'timeout' });
  });

  it('with silence, at the time limit', async () => {
    expect(await endOf(script(''))).toMatchObject({ kind: 'timeout' });
  });

  it('with its own death', async () => {
    expect(await endOf(script('process.exit(7)'))).toEqual({
      kind: 'crashed',
      detail: 'exit code 7',
    });
  });

  it('with the last words of a full heap, which only the exit status can confirm', async () => {
    const then =
      'fs.writeSync(2, "FATAL ERROR: Reached heap limit Allocation failed"); process.exit(0)';
    expect(await endOf(script(then))).toMatchObject({ kind: 'crashed' });
  });
});

describe.concurrent('a process that does not prove itself never gets a pattern', () => {
  it.each(['lockdown', 'realm', 'imports', 'environment'])('without %s', async (layer) => {
    const first = `layers[${JSON.stringify(layer)}] = false; frame(JSON.stringify({ type: "ready", layers }))`;
    await expect(endOf(script('frame("x")', first))).rejects.toThrow(layer);
  });

  it('with an answer instead of its proof', async () => {
    await expect(endOf(script('', json(answer)))).rejects.toThrow('answer');
  });
});

it('an honest answer of the same script is taken', async () => {
  expect(await endOf(script(json(answer)))).toBeNull();
});
