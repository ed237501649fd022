/** The trace view of debug mode: what happened in the newest run, and its export. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import * as v from 'valibot';
import { traceWords } from '../server/protocol/index.ts';
import { requests, type RunView } from '../server/protocol/client.ts';
import type { Disposable } from './disposable.ts';
import { panelHtml } from './panel-html.ts';
import { openPlace } from './places.ts';
import type { RunStore } from './run-store.ts';
import type { ServerLink } from './server-link.ts';
import { TracePageMessage, type TraceViewState } from './webview/trace/contract.ts';

const viewId = 'patternbox.trace';

export interface TraceViewPowers {
  readonly distUri: vscode.Uri;
  readonly store: RunStore;
  readonly server: ServerLink;
  readonly log: vscode.LogOutputChannel;
  readonly debug: () => boolean;
}

export interface TraceView extends Disposable {
  /** What the view shows now, for tests. */
  readonly shown: () => TraceViewState;
}

/** Registers the view. It follows the newest run, and asks for its trace only while it is seen. */
export function registerTraceView(powers: TraceViewPowers): TraceView {
  const { distUri, store, server, log, debug } = powers;
  let view: vscode.WebviewView | undefined;
  let shown: TraceViewState = { type: 'nothing' };
  let requested = 0;

  const show = (next: TraceViewState): void => {
    shown = next;
    void view?.webview.postMessage(next);
  };
  const refresh = async (latest: RunView | undefined): Promise<void> => {
    if (!view?.visible || !debug()) return;
    const request = ++requested;
    if (latest === undefined) {
      show({ type: 'nothing' });
      return;
    }
    // The rows of the last run stay until there are new ones.
    if (latest.state === 'running') {
      if (latest.result === null) show({ type: 'running' });
      return;
    }
    const { recording } = await server.ask(requests.recording, { uri: latest.uri });
    if (request !== requested) return;
    show(recording === null ? { type: 'unrecorded' } : { type: 'recording', recording });
  };
  const refreshQuietly = (latest: RunView | undefined): void => {
    refresh(latest).catch((error: unknown) => {
      log.warn(error instanceof Error ? error.message : String(error));
    });
  };

  const receive = async (message: unknown): Promise<void> => {
    const request = v.parse(TracePageMessage, message);
    const latest = store.latest();
    switch (request.type) {
      case 'ready':
        show(shown);
        await refresh(latest);
        return;
      case 'run':
        await vscode.commands.executeCommand(
          'patternbox.run',
          latest && vscode.Uri.parse(latest.uri),
        );
        return;
      case 'open':
        if (shown.type === 'recording') await openPlace(shown.recording.rootUri, request);
    }
  };

  const provider: vscode.WebviewViewProvider = {
    resolveWebviewView: (resolved) => {
      view = resolved;
      const { webview } = resolved;
      webview.options = { enableScripts: true, localResourceRoots: [distUri] };
      webview.onDidReceiveMessage((message: unknown) => {
        receive(message).catch((error: unknown) => {
          log.warn(error instanceof Error ? error.message : String(error));
        });
      });
      resolved.onDidChangeVisibility(() => {
        refreshQuietly(store.latest());
      });
      resolved.onDidDispose(() => {
        view = undefined;
      });
      webview.html = panelHtml({
        scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(distUri, 'trace-view.js')).toString(),
        nonce: randomBytes(16).toString('base64url'),
        language: vscode.env.language,
        title: traceWords.title,
      });
    },
  };

  const subscriptions = vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider(viewId, provider),
    store.onChange(refreshQuietly),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('patternbox.debug')) refreshQuietly(store.latest());
    }),
  );
  return Object.freeze<TraceView>({
    shown: () => shown,
    dispose: () => void subscriptions.dispose(),
  });
}
