/** The product's own requests: run, send, stop, restart, self-test and trace. */
import path from 'node:path';
import type { Connection } from 'vscode-languageserver/node';
import type { Engine } from '../engine/index.ts';
import { notAFile, nothingRecorded, workspaceNotTrusted } from '../protocol/index.ts';
import { clientNotifications, requests, type Configuration } from '../protocol/client.ts';
import { importsPatternApi } from '../protocol/pattern-file.ts';
import { chromeTrace } from '../show/index.ts';
import type { Documents } from './documents.ts';
import { pathOf } from './locations.ts';
import { answer, follow, refuse } from './refusals.ts';
import type { Runs } from './runs.ts';

export interface RequestContext {
  readonly engine: () => Engine;
  /** Ends every process; the next use starts anew. */
  readonly restart: () => Promise<void>;
  readonly documents: Documents;
  readonly runs: Runs;
  readonly configuration: () => Configuration;
  readonly configure: (next: Configuration) => void;
  /** Which open documents have a tab. */
  readonly show: (paths: ReadonlySet<string>) => void;
}

/** Registers every custom request and notification of the client. */
export function registerRequests(connection: Connection, context: RequestContext): void {
  const { engine, runs, documents } = context;

  const fileOf = (uri: string): string => {
    const file = pathOf(uri);
    if (file === undefined) throw refuse(notAFile({ uri }));
    return file;
  };
  const requireTrust = (): void => {
    if (!context.configuration().trusted) throw refuse(workspaceNotTrusted({}));
  };
  const selfTest = async () => {
    requireTrust();
    return { layers: [...(await engine().selfTest())] };
  };

  answer(connection, requests.run, async ({ uri, exportName, input, debug, debugId }, token) => {
    requireTrust();
    const file = fileOf(uri);
    token.onCancellationRequested(() => runs.stop({ path: file }));
    const wish = {
      debug: debug ?? context.configuration().settings.debug,
      ...(exportName !== undefined && { exportName }),
      ...(input !== undefined && { input }),
    };
    return runs.start(file, wish, debugId);
  });
  answer(connection, requests.send, ({ runId, stream, event }) =>
    runs.send(runId, event === undefined ? { stream } : { stream, event }),
  );
  answer(connection, requests.stop, ({ runId, uri }) => {
    const file = uri === undefined ? undefined : fileOf(uri);
    const filter = {
      ...(runId !== undefined && { runId }),
      ...(file !== undefined && { path: file }),
    };
    return Promise.resolve({ stopped: runs.stop(filter) });
  });
  answer(connection, requests.restartSandbox, async () => {
    runs.stop();
    await context.restart();
    return selfTest();
  });
  answer(connection, requests.selfTest, selfTest);
  answer(connection, requests.trace, async ({ uri }) => {
    requireTrust();
    return { view: await runs.trace(fileOf(uri)) };
  });
  answer(connection, requests.recording, ({ uri }) =>
    Promise.resolve({ recording: runs.recording(fileOf(uri))?.recording ?? null }),
  );
  answer(connection, requests.exportRecording, ({ uri }) => {
    const found = runs.recording(fileOf(uri));
    if (!found) throw refuse(nothingRecorded({}));
    const name = `${path.posix.basename(found.recording.file)}.trace.json`;
    return Promise.resolve({ name, text: chromeTrace(found.result) });
  });
  follow(connection, clientNotifications.configure, context.configure);
  follow(connection, clientNotifications.shown, ({ uris }) => {
    context.show(new Set(uris.map(pathOf).filter((file) => file !== undefined)));
  });

  documents.onSave((file) => {
    const { settings, trusted } = context.configuration();
    const text = documents.at(file)?.getText() ?? '';
    if (!trusted || settings.runOn !== 'save' || !importsPatternApi(text)) return;
    const wish = runs.wishOf(file);
    runs.start(file, { ...wish, debug: settings.debug }).catch((error: unknown) => {
      connection.console.error(String(error));
    });
  });
}
