/** The result panels: one beside each pattern that was run, never taking the focus. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Disposable } from './disposable.ts';
import * as v from 'valibot';
import { words } from '../server/protocol/index.ts';
import { requests } from '../server/protocol/client.ts';
import { panelHtml } from './panel-html.ts';
import { openPlace } from './places.ts';
import type { RunStore } from './run-store.ts';
import type { ServerLink } from './server-link.ts';
import { PageMessage, type PanelMessage } from './webview/contract.ts';

const viewType = 'patternbox.result';

export interface ResultPanels extends Disposable {
  /**
   * Opens the panel of a pattern beside the editor, or shows it where it is. Until the work is done, a pattern of which nothing is known is one that is starting.
   */
  readonly show: (uri: vscode.Uri, work: Promise<unknown>) => void;
  /** The pattern of the panel that is active, if one is. */
  readonly active: () => vscode.Uri | undefined;
}

export interface PanelPowers {
  readonly distUri: vscode.Uri;
  readonly store: RunStore;
  readonly server: ServerLink;
  readonly log: vscode.LogOutputChannel;
  readonly debugMode: () => boolean;
}

/** Registers the panels and their restoring after a reload of the window. */
export function registerResultPanels(powers: PanelPowers): ResultPanels {
  const { distUri, store } = powers;
  const panels = new Map<string, vscode.WebviewPanel>();
  const starting = new Set<string>();
  const options = { enableScripts: true, localResourceRoots: [distUri] };

  const refresh = (uri: string, panel: vscode.WebviewPanel): void => {
    const view = store.get(uri);
    const message: PanelMessage = view
      ? { type: 'show', view, live: store.liveConsole(uri), debugMode: powers.debugMode() }
      : { type: 'empty', starting: starting.has(uri) };
    void panel.webview.postMessage(message);
  };

  const adopt = (uri: vscode.Uri, panel: vscode.WebviewPanel): void => {
    const key = uri.toString();
    panels.set(key, panel);
    const { webview } = panel;
    webview.options = options;
    webview.onDidReceiveMessage((message: unknown) => {
      receive(powers, uri, message, () => refresh(key, panel)).catch((error: unknown) => {
        powers.log.warn(error instanceof Error ? error.message : String(error));
        refresh(key, panel);
      });
    });
    panel.onDidDispose(() => {
      panels.delete(key);
      // Nobody can send it events any more, so its process has no reason to stay.
      if (powers.server.isRunning()) {
        powers.server.ask(requests.stop, { uri: key }).catch(() => undefined);
      }
    });
    webview.html = panelHtml({
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(distUri, 'webview.js')).toString(),
      nonce: randomBytes(16).toString('base64url'),
      language: vscode.env.language,
      title: words.productName,
    });
  };

  const follow = async (key: string, work: Promise<unknown>): Promise<void> => {
    starting.add(key);
    await work.catch(() => undefined);
    starting.delete(key);
    const panel = panels.get(key);
    if (panel && !store.get(key)) refresh(key, panel);
  };

  const show = (uri: vscode.Uri, work: Promise<unknown>): void => {
    void follow(uri.toString(), work);
    const known = panels.get(uri.toString());
    if (known) {
      // In its own column, and without the focus: who runs a pattern wants to see what it gives.
      known.reveal(undefined, true);
      return;
    }
    const [other] = panels.values();
    const viewColumn = other?.viewColumn ?? vscode.ViewColumn.Beside;
    const title = words.resultTitle(uri.path.split('/').at(-1) ?? '');
    const place = { viewColumn, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(viewType, title, place, options);
    panel.iconPath = vscode.Uri.joinPath(distUri, '..', 'media', 'icon.svg');
    adopt(uri, panel);
  };

  const subscriptions = vscode.Disposable.from(
    store.onChange(({ uri }) => {
      const key = vscode.Uri.parse(uri).toString();
      const panel = panels.get(key);
      if (panel) refresh(key, panel);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('patternbox.debug.enabled')) return;
      for (const [key, panel] of panels) refresh(key, panel);
    }),
    store.onConsole(({ uri, line }) => {
      const message: PanelMessage = { type: 'console', line };
      void panels.get(uri)?.webview.postMessage(message);
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state: unknown) => {
        const known = v.safeParse(v.object({ uri: v.string() }), state);
        if (known.success) adopt(vscode.Uri.parse(known.output.uri), panel);
        else panel.dispose();
        return Promise.resolve();
      },
    }),
  );

  return Object.freeze<ResultPanels>({
    show,
    active: () => {
      const found = [...panels].find(([, panel]) => panel.active);
      return found && vscode.Uri.parse(found[0]);
    },
    dispose: () => {
      subscriptions.dispose();
      for (const panel of [...panels.values()]) panel.dispose();
    },
  });
}

/** Carries out what the page asks for; anything it should not say is refused by the schema. */
async function receive(
  { store, server }: PanelPowers,
  uri: vscode.Uri,
  message: unknown,
  refresh: () => void,
): Promise<void> {
  const request = v.parse(PageMessage, message);
  switch (request.type) {
    case 'ready':
      refresh();
      return;
    case 'send': {
      const { runId, stream, event } = request;
      await server.ask(requests.send, { runId, stream, ...(event !== undefined && { event }) });
      return;
    }
    case 'open': {
      const view = store.get(uri.toString());
      if (view) await openPlace(view.rootUri, request);
      return;
    }
    case 'run':
      await vscode.commands.executeCommand('patternbox.run', uri);
      return;
    case 'stop':
      await server.ask(requests.stop, { uri: uri.toString() });
      return;
    case 'trace':
      await vscode.commands.executeCommand('patternbox.showFullTrace', uri);
  }
}
