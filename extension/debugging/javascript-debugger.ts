/** Starts the built-in JavaScript debugger for one process, below our own session. */
import * as vscode from 'vscode';
import { words } from '../../server/protocol/index.ts';
import { attachConfiguration, debugType, type DebugConfiguration } from './configuration.ts';
import type { Attachment, Child } from './adapter.ts';
import { deferred } from './deferred.ts';
import type { Disposable } from '../disposable.ts';

const engineType = 'pwa-node';

export interface JavaScriptDebugger extends Disposable {
  /** Resolves when the debugger has set its breakpoints; rejects when it could not attach. */
  readonly start: (
    parent: vscode.DebugSession,
    configuration: DebugConfiguration,
    attachment: Attachment,
  ) => Promise<Child>;
}

interface Expected {
  readonly parentId: string;
  /** The debugger's session; it has one of its own below it for each process. */
  outer: vscode.DebugSession | undefined;
  readonly onReady: (session: vscode.DebugSession) => void;
  readonly onEnd: () => void;
}

const Configured = { type: 'response', command: 'configurationDone' };
const isConfigured = (message: unknown): boolean =>
  typeof message === 'object' &&
  message !== null &&
  Object.entries(Configured).every(([key, value]) => Reflect.get(message, key) === value);

/** Watches the debugger's sessions; nothing of a session that is not below ours is looked at. */
export function createJavaScriptDebugger(): JavaScriptDebugger {
  const expected = new Set<Expected>();
  const expectedAbove = ({ parentSession }: vscode.DebugSession): Expected | undefined => {
    if (parentSession?.parentSession?.type !== debugType) return undefined;
    const { id } = parentSession.parentSession;
    return [...expected].find(({ parentId }) => parentId === id);
  };

  const subscriptions = vscode.Disposable.from(
    vscode.debug.registerDebugAdapterTrackerFactory(engineType, {
      createDebugAdapterTracker: (session) => {
        const above = expectedAbove(session);
        return above === undefined
          ? undefined
          : {
              onDidSendMessage: (message) => {
                if (isConfigured(message)) above.onReady(session);
              },
            };
      },
    }),
    vscode.debug.onDidStartDebugSession((session) => {
      for (const each of expected) {
        if (session.parentSession?.id === each.parentId) each.outer ??= session;
      }
    }),
    vscode.debug.onDidTerminateDebugSession((session) => {
      for (const each of expected) {
        if (each.outer?.id === session.id) each.onEnd();
      }
    }),
  );

  const start: JavaScriptDebugger['start'] = async (parent, configuration, { address }) => {
    const ready = deferred<vscode.DebugSession>();
    const ended = deferred<undefined>();
    const mine: Expected = {
      parentId: parent.id,
      outer: undefined,
      onReady: ready.resolve,
      onEnd: () => {
        expected.delete(mine);
        ended.resolve(undefined);
      },
    };
    expected.add(mine);
    const file = configuration.program.split(/[\\/]/).at(-1) ?? configuration.program;
    const started = await vscode.debug.startDebugging(
      parent.workspaceFolder,
      attachConfiguration(configuration, { name: words.debuggedProcess(file), address }),
      {
        parentSession: parent,
        compact: true,
        lifecycleManagedByParent: true,
        consoleMode: vscode.DebugConsoleMode.MergeWithParent,
        suppressSaveBeforeStart: true,
      },
    );
    if (!started) {
      expected.delete(mine);
      throw new Error(words.debuggerUnavailable);
    }
    const first = await Promise.race([ready.promise, ended.promise]);
    if (first === undefined) throw new Error(words.debuggerUnavailable);
    if (configuration.stopOnThrow) await stopOnThrow(first);
    return { ended: ended.promise };
  };

  return Object.freeze<JavaScriptDebugger>({
    start,
    dispose: () => void subscriptions.dispose(),
  });
}

/**
 * The runtime catches whatever a pattern throws, so nothing is ever uncaught to the engine. What our
 * own frames throw is skipped with them.
 */
async function stopOnThrow(session: vscode.DebugSession): Promise<void> {
  try {
    await session.customRequest('setExceptionBreakpoints', { filters: ['all'] });
  } catch {
    // The debugger has ended meanwhile; its end is told elsewhere.
  }
}
