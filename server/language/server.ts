/** The language server: wires the features to a connection and an engine. */
import {
  CodeLensRefreshRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver/node';
import * as v from 'valibot';
import type { Engine, FileSource } from '../engine/index.ts';
import { compiledScheme, Configuration, serverNotifications } from '../protocol/client.ts';
import { createChecks, placesOf } from './checks.ts';
import { defaultConfiguration, settingsFor } from './configuration.ts';
import { registerCompiled } from './compiled.ts';
import { debuggerLinks } from './debugging.ts';
import { createDocuments } from './documents.ts';
import { registerActions } from './actions.ts';
import { registerLenses } from './lenses.ts';
import { createPublisher } from './publisher.ts';
import { pathOf } from './locations.ts';
import { registerPull } from './pull.ts';
import { createRuns } from './runs.ts';
import { registerRequests } from './requests.ts';
import { registerTests } from './tests/index.ts';
import type { Places } from './to-diagnostics.ts';

export interface ServerPowers {
  readonly disk: FileSource;
  /** The folder that a file's imports may not leave. */
  readonly rootOf: (file: string) => string;
  readonly createEngine: (options: {
    files: FileSource;
    concurrency: number;
    spares?: number;
  }) => Engine;
  /** The address of a message code's documentation page, if there is one. */
  readonly pageOf: Places['pageOf'];
}

const watched = '**/*.{ts,tsx,js,jsx,json}';

/** Starts answering on the connection; the engine starts with the first thing that needs it. */
export function startServer(connection: Connection, powers: ServerPowers): void {
  let configuration = defaultConfiguration;
  let engine: Engine | undefined;
  let canWatch = false;
  let canRefreshLenses = false;
  let canCreateFiles = false;
  const documents = createDocuments(powers.disk);
  const settingsOf = (path: string) => settingsFor(configuration, path);
  const placesFor = (root: string) => placesOf(root, documents, powers.pageOf);

  const currentEngine = (): Engine =>
    (engine ??= powers.createEngine({
      files: documents.files,
      concurrency: configuration.settings.concurrency,
      // Where nothing may run, no process waits for something to run either.
      ...(configuration.trusted ? {} : { spares: 0 }),
    }));
  const refreshLenses = (): void => {
    if (!canRefreshLenses) return;
    connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  };
  const disposeEngine = async (): Promise<void> => {
    const old = engine;
    engine = undefined;
    await old?.dispose();
  };

  const linkDebugger = debuggerLinks(connection, (path) => settingsOf(path).requireAllLayers);

  const checks = createChecks({
    engine: currentEngine,
    documents,
    rootOf: powers.rootOf,
    placesFor,
    onChanged: (paths) => {
      publisher.publish(paths.some((path) => documents.at(path) && !pull.isAnswering(path)));
    },
  });
  const runs = createRuns({
    engine: currentEngine,
    documents,
    rootOf: powers.rootOf,
    limits: (path) => settingsOf(path).limits,
    permissions: (path) => settingsOf(path).permissions,
    placesFor,
    linkDebugger,
    onChanged: (view) => {
      void connection.sendNotification(serverNotifications.runChanged.method, view);
      publisher.publish(view.state !== 'running');
    },
    onConsole: ({ runId, uri }, line) => {
      void connection.sendNotification(serverNotifications.console.method, { runId, uri, line });
    },
  });
  const publisher = createPublisher(connection, documents, [checks, runs]);
  const pull = registerPull(connection, documents, checks, () => publisher);
  registerLenses(connection, documents, checks, () => configuration.settings.codeLens);
  registerActions(connection, {
    documents,
    collect: publisher.collect,
    canCreateFiles: () => canCreateFiles,
  });
  registerRequests(connection, {
    engine: currentEngine,
    restart: disposeEngine,
    documents,
    runs,
    show: publisher.show,
    configuration: () => configuration,
    configure: (next) => {
      const lensesChanged = next.settings.codeLens !== configuration.settings.codeLens;
      const trustChanged = next.trusted !== configuration.trusted;
      configuration = next;
      if (trustChanged) void disposeEngine();
      if (lensesChanged) refreshLenses();
    },
  });

  registerCompiled(connection, {
    engine: currentEngine,
    documents,
    rootOf: powers.rootOf,
  });
  registerTests(connection, {
    engine: currentEngine,
    documents,
    rootOf: powers.rootOf,
    placesFor,
    limits: (path) => settingsOf(path).limits,
    permissions: (path) => settingsOf(path).permissions,
    debug: () => configuration.settings.debug,
    trusted: () => configuration.trusted,
    linkDebugger,
  });

  const review = () => {
    runs.review(configuration.settings.cancelOnEdit);
  };
  documents.onChange(review);
  documents.onClose((file) => {
    // It was never saved, or it has another name now.
    if (!powers.disk.exists(file)) runs.forget(file);
    review();
  });

  connection.onInitialize(({ initializationOptions, capabilities }): InitializeResult => {
    const parsed = v.safeParse(Configuration, initializationOptions);
    if (parsed.success) configuration = parsed.output;
    canRefreshLenses = capabilities.workspace?.codeLens?.refreshSupport === true;
    const { documentChanges, resourceOperations } = capabilities.workspace?.workspaceEdit ?? {};
    canCreateFiles = documentChanges === true && resourceOperations?.includes('create') === true;
    canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: true,
        },
        diagnosticProvider: {
          identifier: 'patternbox',
          interFileDependencies: true,
          workspaceDiagnostics: false,
        },
        codeLensProvider: { resolveProvider: false },
        workspace: { textDocumentContent: { schemes: [compiledScheme] } },
        codeActionProvider: { codeActionKinds: ['quickfix'] },
      },
    };
  });
  connection.onInitialized(() => {
    if (!canWatch) return;
    const watchers = [{ globPattern: watched }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ type }) => type !== FileChangeType.Changed)) checks.forgetAll();
    for (const { uri, type } of changes) {
      const file = pathOf(uri);
      if (type === FileChangeType.Deleted && file !== undefined) runs.forget(file);
    }
    review();
    connection.languages.diagnostics.refresh().catch(() => undefined);
  });
  connection.onShutdown(async () => {
    runs.stop();
    await disposeEngine();
  });

  documents.listen(connection);
  connection.listen();
}
