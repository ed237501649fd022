/**
 * Start of the sandbox process and the only file in it that touches Node.js. It captures the few
 * powers that the guest needs, strips the process object, and evaluates the guest as one script
 * that has no import callback: `import()` fails in all code of the process from then on.
 */
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import inspector from 'node:inspector';
import net from 'node:net';
import path from 'node:path';
import { types } from 'node:util';
import vm from 'node:vm';
import { createFrameReader, encodeFrame } from '../protocol/frame.ts';
import { RUNTIME_URL, TURN_URL } from '../protocol/runtime-urls.ts';
import { proveLayers } from './host-proofs.ts';
import { stripProcess } from './strip-process.ts';
import { POWERS_KEY } from './powers.ts';
import type { Inspected, Powers, TurnEnd } from './powers.ts';

const TO_HOST = 3;
const FROM_HOST = 4;
const LAST_WORDS = 5;
const REPLIES = 6;
/** How long a process that has reported its end waits for the host to kill it. */
const DEATH_WAIT_MS = 5000;
/** Read at a time from an answer. */
const REPLY_CHUNK_BYTES = 64 * 1024;
const TURN_KEY = 'patternboxTurn';

// Kept by reference: the global name is deleted before the guest starts.
const host = process;
const { reallyExit } = host as unknown as { reallyExit: (code: number) => never };
const exit = reallyExit.bind(host);
// Deprecated in the documentation, but the only way to run microtasks while a script's timeout is
// armed; docs/decisions/0001 has the measurements.
const drain = (host as unknown as { _tickCallback: () => void })._tickCallback;
const cpuUsage = host.cpuUsage.bind(host);
const residentBytes = host.memoryUsage.rss.bind(host.memoryUsage);
const { random } = Math;
const { now } = Date;
const elapsedMs = performance.now.bind(performance);
const sleeper = new Int32Array(new SharedArrayBuffer(4));
const { wait }: { wait: (cell: Int32Array, index: number, value: number, ms: number) => string } =
  Atomics;
const pause = (milliseconds: number): void => void wait(sleeper, 0, 0, milliseconds);
const interruptible = host.platform !== 'win32';

// Between turns an interrupt comes too late: it must not end the process before it has spoken.
host.on('SIGINT', () => undefined);

/** Overflows now where a write might otherwise overflow after its bytes have gone out. */
function needStack(frames = 64): number {
  return frames === 0 ? 0 : 1 + needStack(frames - 1);
}

function sendOn(descriptor: number, text: string): void {
  const frame = encodeFrame(text);
  needStack();
  let offset = 0;
  while (offset < frame.length) {
    try {
      offset += fs.writeSync(descriptor, frame, offset);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') exit(1);
      pause(1);
    }
  }
}

/** Blocks until the host has answered; it reads from a pipe that nothing else reads from. */
function awaitReply(): string {
  let reply: string | undefined;
  const reader = createFrameReader((text) => (reply = text));
  const chunk = Buffer.alloc(REPLY_CHUNK_BYTES);
  while (reply === undefined) {
    try {
      const size = fs.readSync(REPLIES, chunk, 0, chunk.length, null);
      if (size === 0) return exit(1);
      reader.push(Buffer.from(chunk.subarray(0, size)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return exit(1);
      pause(1);
    }
  }
  return reply;
}

function listen(onText: (text: string) => void): void {
  const reader = createFrameReader(onText);
  const socket = new net.Socket({ fd: FROM_HOST, readable: true, writable: false });
  socket.on('data', (chunk: Buffer) => reader.push(chunk));
  // The host has gone or has let go: nobody will ever ask this process for anything again.
  socket.on('error', () => exit(1));
  socket.on('close', () => exit(0));
}

// The work travels in a property that the script takes away before it starts it.
const turnScript = new vm.Script(
  `{ const turn = globalThis.${TURN_KEY}; delete globalThis.${TURN_KEY}; turn(); }`,
  { filename: TURN_URL },
);

function runTurn(work: () => void, milliseconds: number | null): TurnEnd {
  Object.defineProperty(globalThis, TURN_KEY, { value: work, configurable: true });
  try {
    turnScript.runInThisContext({
      ...(milliseconds === null ? {} : { timeout: milliseconds }),
      breakOnSigint: interruptible,
    });
    return 'done';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'deadline';
    if (code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED') return 'interrupted';
    throw error;
  }
}

/**
 * The register of places, behind the mark by which the host finds it from outside. Shared memory
 * does not move, and a store in it costs no more than one in an object.
 */
function makeRegister(mark = ''): Int32Array {
  const size = mark.length / 2;
  const memory = new SharedArrayBuffer(size + Int32Array.BYTES_PER_ELEMENT);
  const bytes = new Uint8Array(memory);
  // Digit by digit: a copy of the mark elsewhere would lead the host astray.
  for (let at = 0; at < size; at++) bytes[at] = parseInt(mark.slice(2 * at, 2 * at + 2), 16);
  return new Int32Array(memory, size, 1);
}

/** Whether this process was started to be debugged, and where. */
function findInspected(): Inspected | null {
  const url = inspector.url();
  if (url === undefined) return null;
  const { pid, version, arch } = host;
  return Object.freeze({ url, pid, version, arch });
}

const powers: Powers = Object.freeze<Powers>({
  send: (text) => sendOn(TO_HOST, text),
  sendLastWords: (text) => sendOn(LAST_WORDS, text),
  listen,
  awaitReply,
  runTurn,
  drain,
  awaitDeath: () => {
    pause(DEATH_WAIT_MS);
    return exit(1);
  },
  onRejection: (listener) => void host.on('unhandledRejection', listener),
  elapsedMs,
  now,
  random,
  cpuTimeMs: () => {
    const { user, system } = cpuUsage();
    return (user + system) / 1000;
  },
  memoryMb: () => residentBytes() / (1024 * 1024),
  types: Object.freeze({
    isProxy: types.isProxy,
    isNativeError: types.isNativeError,
    isDate: types.isDate,
    isRegExp: types.isRegExp,
    isMap: types.isMap,
    isSet: types.isSet,
    isPromise: types.isPromise,
    isAnyArrayBuffer: types.isAnyArrayBuffer as Powers['types']['isAnyArrayBuffer'],
    isArrayBufferView: types.isArrayBufferView,
  }),
  register: makeRegister(host.argv[2]),
  layers: proveLayers(),
  inspected: findInspected(),
});

// A debugger would look for the map beside the pattern, and complain that there is none.
const guestText = fs
  .readFileSync(path.join(__dirname, 'guest.js'), 'utf8')
  .replace(/\n\/\/# sourceMappingURL=\S*\s*$/, '\n');
const guest = new vm.Script(guestText, {
  filename: RUNTIME_URL,
});
stripProcess(host);
Object.defineProperty(globalThis, POWERS_KEY, { value: powers, configurable: true });
guest.runInThisContext();
