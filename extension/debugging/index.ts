/** Debugging patterns: the type `patternbox` of launch configurations, and the sessions of it. */
import path from 'node:path';
import * as vscode from 'vscode';
import {
  noPatternOpen,
  words,
  workspaceNotTrusted,
  type RunError,
} from '../../server/protocol/index.ts';
import { requests, serverRequests, type RunView } from '../../server/protocol/client.ts';
import type { Disposable } from '../disposable.ts';
import { isPattern } from '../pattern-context.ts';
import { refusal } from '../refusal.ts';
import type { ResultPanels } from '../result-panel.ts';
import type { RunStore } from '../run-store.ts';
import type { ServerLink } from '../server-link.ts';
import { makeAdapter, type Attachment, type DebugWork } from './adapter.ts';
import { debugType, readConfiguration, type DebugConfiguration } from './configuration.ts';
import { echoConsole } from './console.ts';
import { createJavaScriptDebugger } from './javascript-debugger.ts';
import { deferred } from './deferred.ts';
import { onEditBelow } from './restart-on-edit.ts';

export interface Debugging extends Disposable {
  /** Debugs a run of the pattern as the command does; false when nothing was started. */
  readonly debugPattern: (uri: vscode.Uri, exportName: string | undefined) => Thenable<boolean>;
  /** Debugs other work on a file, such as a test; resolves when its session is over. */
  readonly debugWork: (uri: vscode.Uri, work: DebugWork, testRun: vscode.TestRun) => Promise<void>;
}

export interface DebuggingPowers {
  readonly server: ServerLink;
  readonly panels: ResultPanels;
  readonly store: RunStore;
  /** Debug mode shows the frames of the runtime. */
  readonly debugMode: () => boolean;
}

/** Registers the debug type. */
export function registerDebugging(powers: DebuggingPowers): Debugging {
  const { server, panels } = powers;
  const engine = createJavaScriptDebugger();
  const waiting = new Map<string, (attachment: Attachment) => Promise<void>>();
  const works = new Map<string, DebugWork>();
  const watches = new Map<string, Disposable>();
  let count = 0;
  const nextId = (): string => `debug-${(count += 1)}`;

  server.answer(serverRequests.attach, async ({ debugId, address, notice, runId }) => {
    const attach = waiting.get(debugId);
    // The session has ended meanwhile.
    if (!attach) throw refusal(noPatternOpen({}));
    await attach({ address, notice, ...(runId !== undefined && { runId }) });
    return {};
  });

  const runWork =
    (configuration: DebugConfiguration): DebugWork =>
    async (debugId, token) => {
      const uri = vscode.Uri.file(configuration.program);
      const work = server.ask(
        requests.run,
        {
          uri: uri.toString(),
          debugId,
          ...(configuration.export !== undefined && { exportName: configuration.export }),
          ...(configuration.argument !== undefined && { input: configuration.argument }),
        },
        token,
      );
      panels.show(uri, work);
      return problemOf(await work);
    };

  const adapterOf = (session: vscode.DebugSession): vscode.DebugAdapter => {
    const read = readConfiguration(session.configuration);
    if ('problem' in read) throw refusal(read.problem);
    const { configuration } = read;
    let runId: string | undefined;
    const adapter = makeAdapter({
      configuration,
      work: works.get(configuration.work ?? '') ?? runWork(configuration),
      enrol: (attach) => {
        const debugId = nextId();
        waiting.set(debugId, (attachment) => {
          ({ runId } = attachment);
          return attach(attachment);
        });
        return { debugId, dispose: () => void waiting.delete(debugId) };
      },
      startDebugger: (attachment) => engine.start(session, configuration, attachment),
      stopWork: () => {
        if (runId !== undefined && server.isRunning()) {
          server.ask(requests.stop, { runId }).catch(() => undefined);
        }
        runId = undefined;
      },
    });
    const folder = vscode.Uri.file(path.dirname(configuration.program));
    const watched = [echoConsole(powers.store, configuration, adapter.say)];
    if (configuration.restartOnEdit) watched.push(onEditBelow(folder, adapter.restart));
    watches.set(session.id, vscode.Disposable.from(...watched));
    return adapter;
  };

  /** What `F5` means without a configuration, and what was left out of one. */
  const complete = (given: vscode.DebugConfiguration): vscode.DebugConfiguration => {
    const document = vscode.window.activeTextEditor?.document;
    const active = document && isPattern(document) ? document.uri.fsPath : undefined;
    return {
      ...given,
      type: debugType,
      request: given.request || 'launch',
      name: given.name || words.lensDebug,
      ...(given['program'] === undefined && active !== undefined && { program: active }),
      ...(given['justMyPattern'] === undefined && powers.debugMode() && { justMyPattern: false }),
    };
  };

  const provider: vscode.DebugConfigurationProvider = {
    resolveDebugConfiguration: (_folder, given) => complete(given),
    resolveDebugConfigurationWithSubstitutedVariables: (_folder, given) => {
      if (!vscode.workspace.isTrusted) throw refusal(workspaceNotTrusted({}));
      if (given['program'] === undefined) throw refusal(noPatternOpen({}));
      const read = readConfiguration(given);
      if ('problem' in read) throw refusal(read.problem);
      return given;
    },
  };

  const start = (
    uri: vscode.Uri,
    more: object,
    options: vscode.DebugSessionOptions = {},
  ): Thenable<boolean> => {
    if (!vscode.workspace.isTrusted) throw refusal(workspaceNotTrusted({}));
    const name = words.debugOf(uri.path.split('/').at(-1) ?? '');
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const configuration = { type: debugType, request: 'launch', name, program: uri.fsPath };
    return vscode.debug.startDebugging(folder, { ...configuration, ...more }, options);
  };

  const subscriptions = vscode.Disposable.from(
    engine,
    vscode.debug.registerDebugConfigurationProvider(debugType, provider),
    vscode.debug.registerDebugAdapterDescriptorFactory(debugType, {
      createDebugAdapterDescriptor: (session) =>
        new vscode.DebugAdapterInlineImplementation(adapterOf(session)),
    }),
    vscode.debug.onDidTerminateDebugSession(({ id }) => {
      watches.get(id)?.dispose();
      watches.delete(id);
    }),
  );

  return Object.freeze<Debugging>({
    debugPattern: (uri, exportName) =>
      start(uri, exportName === undefined ? {} : { export: exportName }, {
        suppressSaveBeforeStart: true,
      }),
    debugWork: async (uri, work, testRun) => {
      const key = nextId();
      const done = deferred<undefined>();
      works.set(key, work);
      const ended = vscode.debug.onDidTerminateDebugSession(({ configuration }) => {
        if (configuration['work'] === key) done.resolve(undefined);
      });
      try {
        const started = await start(uri, { work: key }, { suppressSaveBeforeStart: true, testRun });
        if (started) await done.promise;
      } finally {
        ended.dispose();
        works.delete(key);
      }
    },
    dispose: () => void subscriptions.dispose(),
  });
}

/** Why a run gave nothing, in one sentence; undefined if it did. */
function problemOf({ result }: RunView): string | undefined {
  const error: RunError | null | undefined = result?.error;
  if (!error) return undefined;
  return error.help === null ? error.message : `${error.message} ${error.help.text}`;
}
