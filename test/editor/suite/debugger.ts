/** Watches the built-in JavaScript debugger from outside, and drives it as the toolbar does. */
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from './support.ts';

interface Stopped {
  readonly reason: string;
  readonly file: string;
  readonly line: number;
}

interface Source {
  readonly path?: string;
  readonly name?: string;
  readonly sourceReference?: number;
}

interface StackFrame {
  readonly id: number;
  readonly name: string;
  readonly line: number;
  readonly source?: Source;
  readonly presentationHint?: string;
}

interface Variable {
  readonly name: string;
  readonly value: string;
  readonly variablesReference: number;
}

export interface DebuggerWatch {
  /** The next stop that nobody has asked for yet, with the place of its innermost frame. */
  readonly stopped: () => Promise<Stopped>;
  /** The frames of the last stop. */
  readonly frames: () => Promise<readonly StackFrame[]>;
  /** The locals of the innermost frame, by name, as the view shows them. */
  readonly locals: () => Promise<Readonly<Record<string, string>>>;
  /** The text that the editor opens for a source. */
  readonly sourceOf: (source: Source | undefined) => Promise<string>;
  readonly evaluate: (expression: string) => Promise<string>;
  readonly go: (command: 'continue' | 'next' | 'stepIn' | 'stepOut') => Promise<void>;
  /** What stands in the debug console. */
  readonly output: () => string;
  readonly sessions: () => readonly vscode.DebugSession[];
  /** Resolves when no session is left. */
  readonly gone: () => Promise<void>;
  readonly dispose: () => void;
}

const is = (message: unknown, fields: object): boolean =>
  typeof message === 'object' &&
  message !== null &&
  Object.entries(fields).every(([key, value]) => Reflect.get(message, key) === value);

/** Starts to watch every session that begins from now on. */
export function watchDebugger(): DebuggerWatch {
  const sessions = new Set<vscode.DebugSession>();
  const stops: { session: vscode.DebugSession; reason: string; threadId: number }[] = [];
  let printed = '';
  let last: { session: vscode.DebugSession; threadId: number } | undefined;

  const onMessage = (session: vscode.DebugSession, message: unknown): void => {
    if (is(message, { event: 'stopped' })) {
      const { body } = message as { body: { reason: string; threadId: number } };
      stops.push({ session, ...body });
    }
    if (is(message, { event: 'output' })) {
      printed += (message as { body: { output: string } }).body.output;
    }
  };
  const subscriptions = vscode.Disposable.from(
    vscode.debug.onDidStartDebugSession((session) => void sessions.add(session)),
    vscode.debug.onDidTerminateDebugSession((session) => void sessions.delete(session)),
    vscode.debug.registerDebugAdapterTrackerFactory('*', {
      createDebugAdapterTracker: (session) => ({
        onDidSendMessage: (message) => onMessage(session, message),
      }),
    }),
  );

  const stoppedIn = () => {
    assert.ok(last, 'nothing has stopped');
    return last;
  };
  const frames = async (): Promise<readonly StackFrame[]> => {
    const { session, threadId } = stoppedIn();
    const answer = (await session.customRequest('stackTrace', { threadId })) as {
      stackFrames: StackFrame[];
    };
    return answer.stackFrames;
  };
  const innermost = async (): Promise<StackFrame> => {
    const [frame] = await frames();
    assert.ok(frame, 'there is no frame');
    return frame;
  };

  return Object.freeze<DebuggerWatch>({
    frames,
    stopped: async () => {
      const stop = await eventually('the stop', () => stops.shift());
      last = stop;
      const { source, line } = await innermost();
      return { reason: stop.reason, file: path.basename(source?.path ?? ''), line };
    },
    locals: async () => {
      const { session } = stoppedIn();
      const { id } = await innermost();
      const { scopes } = (await session.customRequest('scopes', { frameId: id })) as {
        scopes: { name: string; variablesReference: number }[];
      };
      const found: Record<string, string> = {};
      for (const { variablesReference } of scopes.slice(0, 3)) {
        const { variables } = (await session.customRequest('variables', {
          variablesReference,
        })) as { variables: Variable[] };
        for (const { name, value } of variables) found[name] ??= value;
      }
      return found;
    },
    sourceOf: async (source) => {
      const { session } = stoppedIn();
      const sourceReference = source?.sourceReference ?? 0;
      const { content } = (await session.customRequest('source', { source, sourceReference })) as {
        content: string;
      };
      return content;
    },
    evaluate: async (expression) => {
      const { session } = stoppedIn();
      const { id } = await innermost();
      const request = { expression, frameId: id, context: 'watch' };
      const { result } = (await session.customRequest('evaluate', request)) as { result: string };
      return result;
    },
    go: async (command) => {
      const { session, threadId } = stoppedIn();
      await session.customRequest(command, { threadId });
    },
    output: () => printed,
    sessions: () => [...sessions],
    gone: async () => {
      await eventually('the end of every session', () => (sessions.size === 0 ? true : undefined));
    },
    dispose: () => void subscriptions.dispose(),
  });
}
