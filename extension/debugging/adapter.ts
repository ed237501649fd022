/**
 * The session of a debugged pattern. It owns the run and leaves the debugging to the built-in
 * JavaScript debugger, whose session hangs below it: what ends or restarts the one does the other.
 */
import * as vscode from 'vscode';
import * as v from 'valibot';
import type { Disposable } from '../disposable.ts';
import { Request, makeSpeaker, type Speaker } from './protocol.ts';
import type { DebugConfiguration } from './configuration.ts';

/** A process that waits for the debugger. */
export interface Attachment {
  readonly address: string;
  readonly notice: string;
  readonly runId?: string;
}

/** What is debugged: resolves when it is idle or over, with what there is to say about it. */
export type DebugWork = (
  debugId: string,
  token: vscode.CancellationToken,
) => Promise<string | undefined>;

interface Enrolled extends Disposable {
  readonly debugId: string;
}

export interface AdapterPowers {
  readonly configuration: DebugConfiguration;
  readonly work: DebugWork;
  /** A name for the next attempt; the server's request to attach carries it. */
  readonly enrol: (attach: (attachment: Attachment) => Promise<void>) => Enrolled;
  /** Starts the debugger's own session; resolves when it has set its breakpoints. */
  readonly startDebugger: (attachment: Attachment) => Promise<Child>;
  /** Ends what is left of the run. */
  readonly stopWork: () => void;
}

/** The debugger's session of one process. */
export interface Child {
  readonly ended: Promise<void>;
}

export interface PatternAdapter extends vscode.DebugAdapter {
  /** Ends the run and starts it again, with the texts as they are now. */
  readonly restart: () => void;
  /** Prints a line in the debug console. */
  readonly say: Speaker['say'];
}

interface Attempt {
  readonly source: vscode.CancellationTokenSource;
  readonly settled: Promise<void>;
}

const capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsRestartRequest: true,
  supportsTerminateRequest: true,
};

/** Makes the adapter of one session. */
export function makeAdapter(powers: AdapterPowers): PatternAdapter {
  const messages = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
  const speak = makeSpeaker((message) => messages.fire(message));
  let attempt: Attempt | undefined;
  let children = 0;
  let over = false;

  const finish = (): void => {
    if (over) return;
    over = true;
    attempt?.source.cancel();
    powers.stopWork();
    speak.event('terminated');
  };

  const attach = async (mine: () => boolean, attachment: Attachment): Promise<void> => {
    speak.say(attachment.notice, 'console');
    const child = await powers.startDebugger(attachment);
    children += 1;
    void child.ended.then(() => {
      children -= 1;
      // A process that ended while its work goes on is followed by the next one.
      if (mine() && children === 0 && workIsDone) finish();
    });
  };

  let workIsDone = false;

  const begin = (): void => {
    const source = new vscode.CancellationTokenSource();
    const before = attempt;
    before?.source.cancel();
    workIsDone = false;
    const mine = (): boolean => attempt?.source === source;
    const enrolled = powers.enrol((attachment) => attach(mine, attachment));
    const settled = (async () => {
      // Its end must not be taken for the end of the one that follows.
      await before?.settled;
      if (over || !mine()) return;
      try {
        const said = await powers.work(enrolled.debugId, source.token);
        if (said !== undefined && mine()) speak.say(said, 'stderr');
      } catch (error) {
        if (mine()) speak.say(error instanceof Error ? error.message : String(error), 'stderr');
      } finally {
        enrolled.dispose();
        if (mine()) {
          workIsDone = true;
          // With an eye on the text the next attempt may go further.
          if (children === 0 && !powers.configuration.restartOnEdit) finish();
        }
      }
    })();
    attempt = { source, settled };
  };

  const restart = (): void => {
    if (over) return;
    powers.stopWork();
    begin();
  };

  const handlers: Readonly<Record<string, (request: Request) => void>> = {
    initialize: (request) => {
      speak.answer(request, capabilities);
      speak.event('initialized');
    },
    launch: (request) => {
      speak.answer(request);
      begin();
    },
    restart: (request) => {
      speak.answer(request);
      restart();
    },
    // Breakpoints belong to the session below, which alone can tell whether they hold.
    setBreakpoints: (request) => {
      const given = v.safeParse(Breakpoints, request.arguments);
      const count = given.success ? given.output.breakpoints.length : 0;
      const breakpoints = Array.from({ length: count }, () => ({ verified: false }));
      speak.answer(request, { breakpoints });
    },
    threads: (request) => {
      speak.answer(request, { threads: [] });
    },
    configurationDone: (request) => speak.answer(request),
    setExceptionBreakpoints: (request) => speak.answer(request),
    terminate: (request) => {
      speak.answer(request);
      finish();
    },
    disconnect: (request) => {
      speak.answer(request);
      finish();
    },
  };

  const end = new vscode.Disposable(() => {
    finish();
    messages.dispose();
  });
  return Object.assign(end, {
    onDidSendMessage: messages.event,
    handleMessage: (message: vscode.DebugProtocolMessage) => {
      const parsed = v.safeParse(Request, message);
      if (!parsed.success) return;
      const handle = Object.hasOwn(handlers, parsed.output.command)
        ? handlers[parsed.output.command]
        : undefined;
      if (handle) handle(parsed.output);
      else speak.refuse(parsed.output, parsed.output.command);
    },
    restart,
    say: speak.say,
  });
}

const Breakpoints = v.object({ breakpoints: v.array(v.unknown()) });
