/** The connection to the language server: started when first needed, restarted when it dies. */
import * as vscode from 'vscode';
import * as v from 'valibot';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { patternLanguages } from '../server/protocol/pattern-file.ts';
import { serverStopped } from '../server/protocol/index.ts';
import {
  type Configuration,
  type NotificationContract,
  type RequestContract,
} from '../server/protocol/client.ts';

export interface ServerLink {
  /** Starts the server unless it is running. */
  readonly start: () => Promise<void>;
  readonly isRunning: () => boolean;
  /** Sends a request; starts the server if need be. Rejects with the server's sentence. */
  readonly ask: <P extends v.GenericSchema, R extends v.GenericSchema>(
    contract: RequestContract<P, R>,
    params: v.InferInput<P>,
    token?: vscode.CancellationToken,
  ) => Promise<v.InferOutput<R>>;
  /** Answers a request of the server. */
  readonly answer: <P extends v.GenericSchema, R extends v.GenericSchema>(
    contract: RequestContract<P, R>,
    handler: (params: v.InferOutput<P>) => Promise<v.InferInput<R>>,
  ) => void;
  readonly on: <P extends v.GenericSchema>(
    contract: NotificationContract<P>,
    listener: (params: v.InferOutput<P>) => void,
  ) => void;
  /** Sends a notification if the server is running. */
  readonly tell: <P extends v.GenericSchema>(
    contract: NotificationContract<P>,
    params: v.InferOutput<P>,
  ) => void;
  readonly onStarted: vscode.Event<void>;
  /** Shuts the server down and waits for it. */
  readonly stop: () => Promise<void>;
  /** The server died by itself; what it had said is no longer known to be true. */
  readonly onLost: vscode.Event<void>;
}

const restarts = { most: 5, withinMs: 3 * 60_000 };

/** Makes the link; the server runs on the editor's own runtime, here or on the remote machine. */
export function createServerLink(
  module: string,
  log: vscode.LogOutputChannel,
  configuration: () => Configuration,
): ServerLink {
  const started = new vscode.EventEmitter<void>();
  const lost = new vscode.EventEmitter<void>();
  const deaths: number[] = [];
  const server = { module, transport: TransportKind.ipc, options: { execArgv: [] } };

  const client = new LanguageClient(
    'patternbox',
    'Patternbox',
    { run: server, debug: server },
    {
      documentSelector: [
        ...patternLanguages.map((language) => ({ scheme: 'file', language })),
        // So that scenarios and fixtures count as they stand in the editor.
        { scheme: 'file', pattern: '**/*.scenario.json' },
        { scheme: 'file', pattern: '**/*.fixtures.json' },
      ],
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: configuration,
      diagnosticPullOptions: { onChange: true, onSave: true },
      initializationFailedHandler: (error) => {
        log.error(String(error));
        return false;
      },
      errorHandler: {
        error: (error) => {
          log.error(error);
          return { action: ErrorAction.Continue, handled: true };
        },
        closed: () => {
          const now = Date.now();
          deaths.push(now);
          log.error(serverStopped({}).text);
          lost.fire();
          const recent = deaths.filter((time) => now - time < restarts.withinMs).length;
          const action = recent > restarts.most ? CloseAction.DoNotRestart : CloseAction.Restart;
          return { action, handled: true };
        },
      },
    },
  );
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) started.fire();
  });

  const start = () => client.start();

  return Object.freeze<ServerLink>({
    start,
    isRunning: () => client.isRunning(),
    ask: async (contract, params, token) => {
      await start();
      // An explicit `undefined` would count as a second parameter.
      const sent: Promise<unknown> = token
        ? client.sendRequest(contract.method, params, token)
        : client.sendRequest(contract.method, params);
      const answer = await sent;
      return v.parse(contract.result, answer);
    },
    answer: (contract, handler) => {
      client.onRequest(contract.method, (params: unknown) =>
        handler(v.parse(contract.params, params)),
      );
    },
    on: (contract, listener) => {
      client.onNotification(contract.method, (params: unknown) => {
        const parsed = v.safeParse(contract.params, params);
        if (parsed.success) listener(parsed.output);
        else log.warn(`${contract.method}: ${parsed.issues[0].message}`);
      });
    },
    tell: (contract, params) => {
      if (client.isRunning()) void client.sendNotification(contract.method, params);
    },
    onStarted: started.event,
    onLost: lost.event,
    stop: async () => {
      started.dispose();
      lost.dispose();
      await client.dispose().catch(() => undefined);
    },
  });
}
