/** The extension: registers what the editor shows and connects it to the language server. */
import * as vscode from 'vscode';
import * as v from 'valibot';
import { words } from '../server/protocol/index.ts';
import {
  clientNotifications,
  serverNotifications,
  type ClientSettings,
  type Configuration,
} from '../server/protocol/client.ts';
import { registerCommands } from './commands.ts';
import { registerDebugging } from './debugging/index.ts';
import { followPatterns } from './pattern-context.ts';
import { textOfError } from './refusal.ts';
import { registerResultPanels } from './result-panel.ts';
import { createRunStore, type RunStore } from './run-store.ts';
import { createServerLink, type ServerLink } from './server-link.ts';
import { readSettings } from './settings.ts';
import { followTabs } from './shown-documents.ts';
import { registerStackView, registerTraceDocuments } from './stack/index.ts';
import { registerStatus } from './status.ts';
import { registerTestExplorer, type TestExplorer } from './testing/index.ts';
import { registerTraceView } from './trace-view.ts';
import { offerTypes } from './types-setup/index.ts';

let server: ServerLink | undefined;

function versionOf(manifest: unknown): string {
  return v.parse(v.object({ version: v.string() }), manifest).version;
}

/** What the extension gives to its own tests. */
export interface ExtensionExports {
  readonly tests: TestExplorer;
  readonly runs: RunStore;
}

/** Registers everything; the server starts with the first pattern file that is opened. */
export function activate(context: vscode.ExtensionContext): ExtensionExports {
  const log = vscode.window.createOutputChannel(words.productName, { log: true });
  const distUri = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const configuration = (): Configuration => {
    const read = (scope?: vscode.Uri): ClientSettings => {
      const section = vscode.workspace.getConfiguration('patternbox', scope ?? null);
      const { settings, problems } = readSettings((name) => section.get(name));
      for (const { text } of problems) log.warn(text);
      return settings;
    };
    const opened = vscode.workspace.workspaceFolders ?? [];
    // With one folder its settings are those of the workspace.
    const folders = opened.length < 2 ? [] : opened.map(({ uri }) => uri);
    return {
      settings: read(),
      folders: folders.map((uri) => ({ uri: uri.toString(), settings: read(uri) })),
      trusted: vscode.workspace.isTrusted,
    };
  };
  const configure = () => link.tell(clientNotifications.configure, configuration());

  const link = createServerLink(
    vscode.Uri.joinPath(distUri, 'server.js').fsPath,
    log,
    configuration,
  );
  server = link;
  const store = createRunStore();
  const version = versionOf(context.extension.packageJSON);
  const status = registerStatus(link, store, log);
  const traces = registerTraceDocuments();
  const debug = () => vscode.workspace.getConfiguration('patternbox').get('debug.enabled') === true;
  const panels = registerResultPanels({ distUri, store, server: link, log, debugMode: debug });
  const stack = registerStackView(store, link, debug);
  const traceView = registerTraceView({ distUri, store, server: link, log, debug });
  const debugging = registerDebugging({ server: link, panels, store, debugMode: debug });
  const tests = registerTestExplorer(link, log, debugging);

  link.on(serverNotifications.runChanged, store.update);
  link.on(serverNotifications.console, ({ uri, runId, line }) => {
    store.addConsole(uri, runId, line);
  });
  const start = () => {
    link.start().catch((error: unknown) => {
      log.error(textOfError(error));
    });
  };

  context.subscriptions.push(
    log,
    store,
    status,
    traces,
    panels,
    stack,
    traceView,
    tests,
    link.onStarted(() => void status.refresh()),
    link.onLost(store.markAllStale),
    registerCommands({
      server: link,
      debugging,
      store,
      panels,
      traces,
      stack,
      status,
      log,
      version,
      extension: context.extensionUri,
    }),
    offerTypes(context.workspaceState),
    debugging,
    followPatterns(store, start),
    followTabs(link),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('patternbox')) configure();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(configure),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      configure();
      if (link.isRunning()) void status.refresh();
    }),
  );
  return Object.freeze<ExtensionExports>({ tests, runs: store });
}

/** Ends the server and with it every sandbox process. */
export function deactivate(): Thenable<void> | undefined {
  return server?.stop();
}
