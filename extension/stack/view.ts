/** The Pattern Stack view of debug mode: how the last run came to its errors; a click opens a place. */
import * as vscode from 'vscode';
import type { Disposable } from '../disposable.ts';
import { requests, type RunView } from '../../server/protocol/client.ts';
import type { RunStore } from '../run-store.ts';
import type { ServerLink } from '../server-link.ts';
import { treeItem } from './items.ts';
import { childrenOf, rootNodes, type StackNode } from './model.ts';

export interface StackView extends Disposable {
  /** The run that the view shows, with all frames. */
  readonly shown: () => RunView | undefined;
}

/** Registers the view. It follows the newest run and never reveals itself. */
export function registerStackView(
  store: RunStore,
  server: ServerLink,
  debug: () => boolean,
): StackView {
  const changed = new vscode.EventEmitter<void>();
  let shown: RunView | undefined;

  const provider: vscode.TreeDataProvider<StackNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => [...(node ? childrenOf(node) : rootNodes(shown?.result ?? null))],
    getTreeItem: (node) => treeItem(node, shown?.rootUri ?? ''),
  };
  const view = vscode.window.createTreeView('patternbox.stack', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });

  const show = (next: RunView): void => {
    shown = next;
    changed.fire();
  };
  const follow = async (next: RunView | undefined): Promise<void> => {
    if (!debug() || next === undefined || next.state === 'running' || next.state === 'stale')
      return;
    // Only a run that failed is worth another one, with frames; one of debug mode has them all.
    if (!next.debug && next.result?.success !== false) {
      show(next);
      return;
    }
    // What is sent after every event has no trace.
    const { view: full } = await server.ask(requests.trace, { uri: next.uri });
    if (store.get(next.uri)?.runId === next.runId) show(full ?? next);
  };
  const followQuietly = (next: RunView | undefined) => {
    follow(next).catch(() => undefined);
  };

  const subscriptions = vscode.Disposable.from(
    view,
    changed,
    store.onChange(followQuietly),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('patternbox.debug')) followQuietly(store.latest());
    }),
  );
  return { shown: () => shown, dispose: () => void subscriptions.dispose() };
}
