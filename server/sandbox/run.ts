/** One run in one process: commands one at a time, limits, and exactly one reason for its end. */
import { MAX_TRACE_EVENTS } from '../protocol/trace-bounds.ts';
import type { EndReason } from '../protocol/end.ts';
import type { GuestMessage, HostMessage, Snapshot } from '../protocol/wire.ts';
import type { OpenRequest, RunEvents, SandboxRun, Turn } from './api.ts';
import { reasonOf } from './exit-reason.ts';
import { makeHostRequests } from './host-requests.ts';
import { awaitLastWords } from './last-words.ts';
import { limitReason, siteAt } from './limit-reason.ts';
import { sendWithin } from './payload.ts';
import { openMessage } from './open-message.ts';
import type { SandboxProcess } from './process.ts';
import type { ShimsFor } from './shims.ts';
import { sampler } from './usage-sampler.ts';
import { makeWatchdog } from './watchdog.ts';
import type { Exceeded } from './watchdog.ts';
import { faultWords } from '../protocol/messages/fault-words.ts';

/** How long after the limit the process may take to say where it was, before it is killed. */
const LAST_WORDS_MS = 220;
/** The same when memory is filling up, which must not wait long. */
const LAST_WORDS_OF_FULL_MS = 120;
/** Memory is the reason of a timeout when this share of it is used, and of a death from this share on. */
const FULL_SHARE = 0.9;
const DEADLY_SHARE = 0.5;
/** Shortest time for what follows from the host's answers, even when the time is over. */
const LAST_TURN_MS = 250;
/** A guest has a budget for console bytes; one that sends far more of them is no longer ours. */
const CONSOLE_SLACK_BYTES = 1024 * 1024;

/** Runs a command when the pool has room for one more; never rejects, false when cancelled. */
export type Schedule = (work: () => Promise<void>, signal?: AbortSignal) => Promise<boolean>;

export interface RunParts {
  readonly sandbox: SandboxProcess;
  readonly request: OpenRequest;
  readonly events: RunEvents;
  readonly schedule: Schedule;
  readonly shimsFor: ShimsFor;
  readonly signal: AbortSignal | undefined;
}

type Answer = Extract<GuestMessage, { type: 'answer' | 'value' }>;
type Command = HostMessage extends infer Each
  ? Each extends HostMessage
    ? Omit<Each, 'id'>
    : never
  : never;

export interface OpenedRun extends SandboxRun {
  /** Sends the open command; the process is ours from here on. */
  readonly start: () => Promise<void>;
}

/** Makes the run of a process that nothing was sent to yet. */
export function makeRun({
  sandbox,
  request,
  events,
  schedule,
  shimsFor,
  signal,
}: RunParts): OpenedRun {
  const { limits } = request;
  const asked = makeHostRequests(request.host, sandbox.reply);
  /** While a debugger has stopped it, no time of the run's own passes: only memory is watched. */
  const timed = request.debug === undefined;
  const watched = timed ? limits : { ...limits, cpuTimeoutMs: Infinity };
  const watchdog = makeWatchdog(sandbox.pid, watched, sampler);
  let snapshot: Snapshot | null = null;
  let ended: EndReason | null = null;
  /** Why we are about to kill it: the first reason stays. */
  let reason: EndReason | null = null;
  let exceeded: Exceeded | null = null;
  let pending: { readonly id: number; readonly resolve: (answer: Answer | null) => void } | null =
    null;
  let ids = 0;
  /** What the command at work may take. */
  let turnMs = limits.timeoutMs;
  let executionMs = 0;
  let consoleBytes = 0;
  let traceEvents = 0;
  /** Whether the process was asked to end a turn that is over its limit. */
  let overdue = false;
  let seen: EndReason['site'];

  const kill = (why: EndReason): void => {
    reason ??= why;
    sandbox.kill();
  };

  /** A limit has ended the turn; `site` is known if the process could still tell it. */
  const stopAtLimit = (site: EndReason['site']): void => {
    const bounds = { ...limits, timeoutMs: turnMs };
    if (exceeded) kill(limitReason(exceeded.kind, bounds, exceeded.used, site));
    else if (watchdog.isFilling(FULL_SHARE))
      kill(limitReason('memory', bounds, watchdog.peakMb(), site));
    else kill(limitReason('timeout', bounds, turnMs, site));
  };

  /** Looks from outside where a process is that may not get to say it. */
  const look = (): EndReason['site'] => {
    seen = siteAt(sandbox.register(), request.records) ?? seen;
    return seen;
  };

  const onMessage = (message: GuestMessage): void => {
    if (ended) return;
    switch (message.type) {
      case 'console':
        consoleBytes += message.text.length;
        if (consoleBytes > limits.maxOutputBytes + CONSOLE_SLACK_BYTES) {
          kill({ kind: 'protocol', detail: faultWords.tooMuchOutput });
        } else events.onConsole(message);
        return;
      case 'failure':
        events.onFailure(message.failure);
        return;
      case 'trace':
        traceEvents += 1;
        if (!request.trace || traceEvents > MAX_TRACE_EVENTS + 1) {
          kill({ kind: 'protocol', detail: faultWords.tooMuchTrace });
        } else events.onTrace?.(message.event);
        return;
      case 'deadline': {
        const { module, site } = message;
        stopAtLimit(module === null || site < 0 ? undefined : { module, site });
        return;
      }
      case 'limit': {
        const { refusal } = message;
        if (refusal.kind === 'limit') {
          const limit = { name: refusal.limit, value: refusal.value, used: refusal.used };
          kill({ kind: 'limit', limit });
        } else kill({ kind: 'protocol', detail: faultWords.noLimit });
        return;
      }
      case 'ask':
        if (!asked.take(message)) kill({ kind: 'protocol', detail: faultWords.notGranted });
        return;
      case 'answer':
      case 'value':
        if (pending?.id === message.id) pending.resolve(message);
        else kill({ kind: 'protocol', detail: faultWords.notAsked });
        return;
      case 'ready':
        kill({ kind: 'protocol', detail: faultWords.readyTwice });
    }
  };
  sandbox.listen({
    onMessage,
    onProtocolError: (detail) => kill({ kind: 'protocol', detail }),
  });

  const end = sandbox.exited.then((status) => {
    watchdog.stop();
    asked.end();
    signal?.removeEventListener('abort', onAbort);
    // Our request to end a turn is deadly where no turn is: the limit is the reason all the same.
    if (overdue && status.signal === 'SIGINT') stopAtLimit(seen);
    const filling = exceeded?.kind === 'memory' || watchdog.isFilling(DEADLY_SHARE);
    ended ??= reason ?? reasonOf(status, limits, { usedMb: watchdog.peakMb(), filling });
    pending?.resolve(null);
    return ended;
  });
  const onAbort = (): void => kill({ kind: 'cancelled' });
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) onAbort();

  /** Watches one command from outside, in case that the process cannot stop itself. */
  const watch = (): (() => void) => {
    let stopWaiting: (() => void) | undefined;
    const giveUpAfter = (graceMs: number): void => {
      overdue = true;
      // Before it is asked: the request may come where no turn is, and be deadly.
      look();
      stopWaiting?.();
      stopWaiting = awaitLastWords({
        pid: sandbox.pid,
        graceMs,
        sampler,
        remind: () => sandbox.interrupt(),
        onSilence: () => stopAtLimit(look()),
      });
    };
    watchdog.start((found) => {
      exceeded = found;
      giveUpAfter(found.kind === 'memory' ? LAST_WORDS_OF_FULL_MS : LAST_WORDS_MS);
      sandbox.interrupt();
    });
    const wall = timed ? setTimeout(() => giveUpAfter(LAST_WORDS_MS), turnMs) : undefined;
    return () => {
      clearTimeout(wall);
      stopWaiting?.();
      watchdog.stop();
    };
  };

  const ask = async (command: Command): Promise<Answer | null> => {
    const id = ++ids;
    turnMs = timeOfCommand(command);
    const answered = new Promise<Answer | null>((resolve) => {
      pending = { id, resolve };
    });
    const limit = sendWithin(sandbox, { ...command, id });
    if (limit) kill({ kind: 'limit', limit });
    const unwatch = watch();
    const startedAt = performance.now();
    const answer = await answered;
    executionMs += performance.now() - startedAt;
    unwatch();
    pending = null;
    // The reason is known only once the process is gone, and so is its last console line.
    if (answer === null || reason) await end;
    if (answer?.type === 'answer') ({ snapshot } = answer);
    return answer;
  };
  /** One command and, once the host has answered what it asked for, what follows from that. */
  const carryOut = async (command: Command): Promise<Answer | null> => {
    const deadline = performance.now() + timeOfCommand(command);
    const answer = await ask(command);
    for (;;) {
      const left = deadline - performance.now();
      const replies = ended || reason ? null : await asked.replies(left);
      if (replies === null || ended || reason) break;
      const turnMs = Math.max(LAST_TURN_MS, Math.ceil(deadline - performance.now()));
      await ask({ type: 'reply', replies, turnMs });
    }
    if (reason) await end;
    return answer;
  };

  /** Commands of one run follow one another, whatever order their callers await them in. */
  let last: Promise<unknown> = Promise.resolve();
  const perform = (command: Command): Promise<Answer | null> => {
    const mine = last.then(async () => {
      let answer: Answer | null = null;
      if (ended || reason) await end;
      else {
        await schedule(async () => {
          if (!ended && !reason) answer = await carryOut(command);
        });
      }
      return answer;
    });
    last = mine;
    return mine;
  };

  const timeOfCommand = (command: Command): number =>
    (command.type === 'open' ? null : command.turnMs) ?? limits.timeoutMs;

  const timeOf = (turn: Turn | undefined): number | null =>
    timed ? Math.min(limits.timeoutMs, turn?.timeoutMs ?? limits.timeoutMs) : null;

  return Object.freeze<OpenedRun>({
    get snapshot() {
      return snapshot;
    },
    get ended() {
      return ended;
    },
    end,
    start: async () => {
      // The pool has already made room for this one.
      if (reason) await end;
      else await carryOut(openMessage(request, shimsFor));
    },
    send: async ({ stream, event, eventAt, participant }, turn) => {
      const turnMs = timeOf(turn);
      await perform({ type: 'send', stream, event, eventAt, participant, turnMs });
      return snapshot;
    },
    advance: async (how, turn) => {
      await perform({ type: 'advance', how, turnMs: timeOf(turn) });
      return snapshot;
    },
    read: async (path, turn, participant) => {
      const answer = await perform({ type: 'read', path, participant, turnMs: timeOf(turn) });
      return answer?.type === 'value' ? answer.value : undefined;
    },
    close: () => {
      if (ended) return;
      kill({ kind: 'closed' });
      // Nothing more is to be learnt from a process that was not at work.
      if (pending === null) ended = reason;
    },
    usage: () => ({
      executionTimeMs: hundredths(executionMs),
      cpuTimeMs: hundredths(Math.max(snapshot?.cpuTimeMs ?? 0, watchdog.cpuMs())),
      memoryUsedMb: hundredths(watchdog.peakMb()),
      outputBytes: snapshot?.outputBytes ?? consoleBytes,
    }),
  });
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
