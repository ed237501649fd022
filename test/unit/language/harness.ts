/** A language server and its client in one process, joined by two streams. */
import { memoryFileSource } from '../../memory-files.ts';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeLens,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
} from 'vscode-languageserver/node';
import type * as v from 'valibot';
import { startServer } from '../../../server/language/index.ts';
import { defaultConfiguration } from '../../../server/language/configuration.ts';
import {
  clientNotifications,
  serverNotifications,
  type ClientSettings,
  type RequestContract,
  type RunView,
} from '../../../server/protocol/client.ts';
import { createMemoryEngine, type MemoryEngine } from './memory-engine.ts';

export const uri = (name: string) => `file:///work/${name}`;
export const header = 'import { pattern } from "commonfabric";\n';

export interface Harness {
  readonly engine: () => MemoryEngine;
  readonly initialized: InitializeResult;
  readonly views: RunView[];
  readonly console: string[];
  readonly pushed: Map<string, Diagnostic[]>;
  readonly refreshes: () => number;
  readonly open: (name: string, text: string) => Promise<void>;
  readonly edit: (name: string, text: string) => Promise<void>;
  readonly save: (name: string) => Promise<void>;
  readonly close: (name: string) => Promise<void>;
  readonly configure: (settings: Partial<ClientSettings>, trusted?: boolean) => Promise<void>;
  readonly show: (...names: string[]) => Promise<void>;
  readonly pull: (name: string) => Promise<Diagnostic[]>;
  readonly lenses: (name: string) => Promise<CodeLens[]>;
  readonly ask: <P extends v.GenericSchema, R extends v.GenericSchema>(
    contract: RequestContract<P, R>,
    params: v.InferInput<P>,
  ) => Promise<v.InferOutput<R>>;
  /** Sends anything; several parameters go by position. */
  readonly raw: (method: string, ...params: unknown[]) => Promise<unknown>;
  readonly dispose: () => void;
}

/** Starts a server whose disk holds `disk` below /work. */
export async function startHarness(
  disk: Record<string, string> = {},
  trusted = true,
): Promise<Harness> {
  const up = new PassThrough();
  const down = new PassThrough();
  const engines: MemoryEngine[] = [];
  const read = (path: string) => disk[path.replace('/work/', '')];
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(server, {
    disk: memoryFileSource(read),
    rootOf: () => '/work',
    createEngine: ({ files }) => {
      const engine = createMemoryEngine(files);
      engines.push(engine);
      return engine;
    },
    pageOf: (code) => `https://example.org/${code}`,
  });

  const client = createProtocolConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  const views: RunView[] = [];
  const lines: string[] = [];
  const pushed = new Map<string, Diagnostic[]>();
  const versions = new Map<string, number>();
  let refreshes = 0;
  client.onNotification(serverNotifications.runChanged.method, (view: RunView) => {
    views.push(view);
  });
  client.onNotification(
    serverNotifications.console.method,
    ({ line }: v.InferOutput<typeof serverNotifications.console.params>) => {
      lines.push(line.text);
    },
  );
  client.onNotification(
    'textDocument/publishDiagnostics',
    (sent: { uri: string; diagnostics: Diagnostic[] }) => {
      pushed.set(sent.uri, sent.diagnostics);
    },
  );
  client.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    return null;
  });
  client.listen();

  const configuration = { ...defaultConfiguration, trusted };
  const initialized = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { workspace: { diagnostics: { refreshSupport: true } } },
    initializationOptions: configuration,
  });
  await client.sendNotification('initialized', {});

  const document = (name: string) => ({ uri: uri(name) });
  const versioned = (name: string) => {
    const version = (versions.get(name) ?? 0) + 1;
    versions.set(name, version);
    return { uri: uri(name), version };
  };
  return {
    engine: () => {
      const engine = engines.at(-1);
      if (!engine) throw new Error('no engine was made');
      return engine;
    },
    initialized,
    views,
    console: lines,
    pushed,
    refreshes: () => refreshes,
    open: (name, text) =>
      client.sendNotification('textDocument/didOpen', {
        textDocument: { ...versioned(name), languageId: 'typescriptreact', text },
      }),
    edit: (name, text) =>
      client.sendNotification('textDocument/didChange', {
        textDocument: versioned(name),
        contentChanges: [{ text }],
      }),
    save: (name) =>
      client.sendNotification('textDocument/didSave', { textDocument: document(name) }),
    close: (name) =>
      client.sendNotification('textDocument/didClose', { textDocument: document(name) }),
    configure: (settings, trust = trusted) =>
      client.sendNotification(clientNotifications.configure.method, {
        settings: { ...configuration.settings, ...settings },
        trusted: trust,
      }),
    show: (...names) =>
      client.sendNotification(clientNotifications.shown.method, { uris: names.map(uri) }),
    pull: async (name) => {
      const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: document(name),
      });
      return report.kind === 'full' ? report.items : [];
    },
    lenses: (name) =>
      client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: document(name) }),
    ask: (contract, params) => client.sendRequest(contract.method, params),
    raw: (method, ...params) => client.sendRequest(method, ...(params as [unknown])),
    dispose: () => {
      client.dispose();
      server.dispose();
    },
  };
}
