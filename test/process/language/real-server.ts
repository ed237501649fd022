/** The built language server as its own process, spoken to over stdio as an editor does. */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as v from 'valibot';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { defaultConfiguration } from '../../../server/language/configuration.ts';
import {
  clientNotifications,
  serverNotifications,
  type ClientSettings,
  type RequestContract,
  type RunView,
} from '../../../server/protocol/client.ts';
import type { TestCaseReport } from '../../../server/protocol/client-tests.ts';

const built = fileURLToPath(new URL('../../../dist', import.meta.url));

export interface RealServer {
  readonly process: ChildProcess;
  readonly views: RunView[];
  readonly pushed: Map<string, Diagnostic[]>;
  readonly testCases: TestCaseReport[];
  readonly testOutput: string[];
  /** Changes settings, as an editor does while the server runs. */
  readonly configure: (settings: Partial<ClientSettings>) => Promise<void>;
  readonly trust: (trusted: boolean) => Promise<void>;
  /** What the editor answers to a request of the server. */
  readonly answer: <P extends v.GenericSchema, R extends v.GenericSchema>(
    contract: RequestContract<P, R>,
    handler: (params: v.InferOutput<P>) => Promise<v.InferOutput<R>>,
  ) => void;
  readonly uri: (name: string) => string;
  readonly write: (name: string, text: string) => void;
  readonly open: (name: string, text: string) => Promise<void>;
  readonly close: (name: string) => Promise<void>;
  /** Renames a file on the disk, as an explorer does. */
  readonly rename: (from: string, to: string) => void;
  readonly pull: (name: string) => Promise<Diagnostic[]>;
  /** What can be done about diagnostics of a file. */
  readonly actions: (name: string, diagnostics: Diagnostic[]) => Promise<CodeAction[]>;
  readonly ask: <P extends v.GenericSchema, R extends v.GenericSchema>(
    contract: RequestContract<P, R>,
    params: v.InferInput<P>,
    token?: CancellationToken,
  ) => Promise<v.InferOutput<R>>;
  /** The text of a document that the server itself provides. */
  readonly content: (uri: string) => Promise<string | null>;
  /** Process ids of the server's children, where the system can list them. */
  readonly children: () => number[];
  /** Shuts the server down as an editor does; gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** How a server is started; without a folder it has a private one. */
export interface RealServerOptions {
  readonly distDir?: string;
  readonly trusted?: boolean;
  readonly folder?: string;
}

/** Starts the server of an installation on a folder that holds `files`. */
export async function startRealServer(
  files: Record<string, string>,
  settings: Partial<ClientSettings> = {},
  { distDir = built, trusted = true, folder: given }: RealServerOptions = {},
): Promise<RealServer> {
  const folder = given ?? realpathSync(mkdtempSync(path.join(tmpdir(), 'patternbox-language-')));
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  write('package.json', '{}');
  for (const [name, text] of Object.entries(files)) write(name, text);

  const child = spawn(process.execPath, [path.join(distDir, 'server.js'), '--stdio'], {
    stdio: 'pipe',
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const views: RunView[] = [];
  const pushed = new Map<string, Diagnostic[]>();
  const testCases: TestCaseReport[] = [];
  const testOutput: string[] = [];
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
  client.onNotification(serverNotifications.runChanged.method, (view: RunView) => {
    views.push(view);
  });
  client.onNotification(
    'textDocument/publishDiagnostics',
    (sent: { uri: string; diagnostics: Diagnostic[] }) => {
      pushed.set(sent.uri, sent.diagnostics);
    },
  );
  client.onNotification(serverNotifications.testCase.method, (sent: unknown) => {
    testCases.push(v.parse(serverNotifications.testCase.params, sent).report);
  });
  client.onNotification(serverNotifications.testOutput.method, (sent: unknown) => {
    testOutput.push(v.parse(serverNotifications.testOutput.params, sent).text);
  });
  client.onRequest('workspace/diagnostic/refresh', () => null);
  client.listen();
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {
      workspace: {
        diagnostics: { refreshSupport: true },
        workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
      },
    },
    initializationOptions: {
      settings: { ...defaultConfiguration.settings, ...settings },
      trusted,
    },
  });
  await client.sendNotification('initialized', {});

  return {
    process: child,
    views,
    pushed,
    testCases,
    testOutput,
    configure: (changed) =>
      client.sendNotification(clientNotifications.configure.method, {
        settings: { ...defaultConfiguration.settings, ...settings, ...changed },
        trusted,
      }),
    trust: (granted) =>
      client.sendNotification(clientNotifications.configure.method, {
        settings: { ...defaultConfiguration.settings, ...settings },
        trusted: granted,
      }),
    answer: (contract, handler) => {
      client.onRequest(contract.method, (params: unknown) =>
        handler(v.parse(contract.params, params)),
      );
    },
    uri,
    write,
    open: (name, text) =>
      client.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(name), languageId: 'typescriptreact', version: 1, text },
      }),
    close: (name) =>
      client.sendNotification('textDocument/didClose', { textDocument: { uri: uri(name) } }),
    rename: (from, to) => {
      renameSync(path.join(folder, from), path.join(folder, to));
    },
    pull: async (name) => {
      const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri: uri(name) },
      });
      return report.kind === 'full' ? report.items : [];
    },
    actions: async (name, diagnostics) => {
      const [first] = diagnostics;
      if (!first) return [];
      const textDocument = { uri: uri(name) };
      const parameters = { textDocument, range: first.range, context: { diagnostics } };
      return client.sendRequest<CodeAction[]>('textDocument/codeAction', parameters);
    },
    ask: (contract, params, token) =>
      token
        ? client.sendRequest(contract.method, params, token)
        : client.sendRequest(contract.method, params),
    content: async (address) => {
      const found = await client.sendRequest<{ text: string } | null>(
        'workspace/textDocumentContent',
        { uri: address },
      );
      return found?.text ?? null;
    },
    children: () => childrenOf(child.pid ?? 0),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        await client.sendRequest('shutdown');
        await client.sendNotification('exit');
      }
      const code = await exited;
      client.dispose();
      if (given === undefined) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

function childrenOf(pid: number): number[] {
  try {
    const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return listed.trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
