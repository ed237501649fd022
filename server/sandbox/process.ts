/** One sandbox process: its start, its framed channel, its end. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import * as v from 'valibot';
import { createFrameReader, encodeFrame } from '../protocol/frame.ts';
import { GuestMessage } from '../protocol/wire.ts';
import type { HostMessage, TicketReply } from '../protocol/wire.ts';
import type { Launch } from './launch.ts';
import { cleanEnvironment } from './runtime-flags.ts';
import { faultWords } from '../protocol/messages/fault-words.ts';
import { makeMark, readRegister } from './site-reader.ts';

/** Descriptors of the child; see protocol/wire.ts. */
const STDERR = 2;
const FROM_GUEST = 3;
const TO_GUEST = 4;
const LAST_WORDS = 5;
const REPLIES = 6;
const MAX_STDERR_BYTES = 16 * 1024;
/** The pipes of a dead process close at once; this is for a system that keeps one open. */
const CLOSE_GRACE_MS = 1000;

export interface ExitStatus {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The beginning of what the engine wrote when it died. */
  readonly stderr: string;
}

export interface ProcessListener {
  readonly onMessage: (message: GuestMessage) => void;
  /** The process sent something that is no message; it should be killed. */
  readonly onProtocolError: (detail: string) => void;
}

export interface SandboxProcess {
  readonly pid: number;
  /** Resolves when the process and its pipes are gone. */
  readonly exited: Promise<ExitStatus>;
  /** Who hears the messages from now on. */
  readonly listen: (listener: ProcessListener) => void;
  /** Sends one message; throws FrameTooLarge. */
  readonly send: (message: HostMessage) => void;
  /** Answers a question that the process waits for in the middle of a turn. */
  readonly reply: (reply: TicketReply) => void;
  /** Asks a turn to stop, so that it can say where it was; false where there is no such signal. */
  readonly interrupt: () => boolean;
  /** The place that compiled code has stored last, read from outside; null where that is not possible. */
  readonly register: () => number | null;
  /** Kills the process and all that it may have started. */
  readonly kill: () => void;
  /** Whether the process keeps the server's event loop alive. */
  readonly hold: (held: boolean) => void;
}

const posix = process.platform !== 'win32';

function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(posix ? -pid : pid, signal);
  } catch {
    // Already gone.
    return false;
  }
}

function watchExit(child: ChildProcess, stderr: () => string): Promise<ExitStatus> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      const finish = (): void => resolve({ code, signal, stderr: stderr() });
      const grace = setTimeout(finish, CLOSE_GRACE_MS);
      child.once('close', () => {
        clearTimeout(grace);
        finish();
      });
    });
    child.once('error', (error) => resolve({ code: null, signal: null, stderr: error.message }));
  });
}

function receive(stream: Socket, current: () => ProcessListener): void {
  let broken = false;
  const fail = (detail: string): void => {
    broken = true;
    current().onProtocolError(detail);
  };
  const reader = createFrameReader((text) => {
    if (broken) return;
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      fail(faultWords.notJson);
      return;
    }
    const parsed = v.safeParse(GuestMessage, message);
    if (parsed.success) current().onMessage(parsed.output);
    else fail(faultWords.unknownShape);
  });
  stream.on('data', (chunk: Buffer) => {
    if (broken) return;
    try {
      reader.push(chunk);
    } catch (error) {
      fail(error instanceof Error ? error.message : faultWords.unreadableFrame);
    }
  });
  // A killed process resets its pipes; its exit tells the reason.
  stream.on('error', () => undefined);
}

const deaf: ProcessListener = { onMessage: () => undefined, onProtocolError: () => undefined };

/** Starts one process; throws if the system refuses at once. */
export function startProcess(launch: Launch): SandboxProcess {
  const mark = makeMark();
  const child = spawn(launch.command, [...launch.args, mark], {
    env: cleanEnvironment(),
    // A group of its own, so that nothing it could start outlives it.
    detached: posix,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    if (stderr.length < MAX_STDERR_BYTES) stderr += chunk.toString('latin1');
  });
  const exited = watchExit(child, () => stderr.slice(0, MAX_STDERR_BYTES));
  let listener = deaf;
  const pipe = (descriptor: number): Socket => child.stdio[descriptor] as Socket;
  for (const descriptor of [FROM_GUEST, LAST_WORDS]) {
    receive(pipe(descriptor), () => listener);
  }
  for (const descriptor of [TO_GUEST, REPLIES]) {
    pipe(descriptor).on('error', () => undefined);
  }
  const pid = child.pid ?? 0;

  const write = (descriptor: number, message: object): void => {
    const frame = encodeFrame(JSON.stringify(message));
    if (pipe(descriptor).writable) pipe(descriptor).write(frame);
  };
  let killed = false;
  const hold = (held: boolean): void => {
    // A message that was on its way must not let go of a process whose end is awaited.
    if (killed && !held) return;
    for (const handle of [
      child,
      ...[STDERR, FROM_GUEST, TO_GUEST, LAST_WORDS, REPLIES].map(pipe),
    ]) {
      if (held) handle.ref();
      else handle.unref();
    }
  };

  return Object.freeze<SandboxProcess>({
    pid,
    exited,
    listen: (next) => {
      listener = next;
    },
    send: (message) => write(TO_GUEST, message),
    reply: (reply) => write(REPLIES, reply),
    interrupt: () => posix && pid !== 0 && signalGroup(pid, 'SIGINT'),
    register: () => readRegister(pid, mark),
    kill: () => {
      // Whoever kills it waits for its end, which must not be lost with an empty event loop.
      killed = true;
      hold(true);
      if (pid !== 0) signalGroup(pid, 'SIGKILL');
    },
    hold,
  });
}
