/** The Pattern Stack view of debug mode: every frame of the last failed run, a click opens it. */
import * as vscode from 'vscode';
import type { Disposable } from './disposable.ts';
import { words, type FrameKind } from '../server/protocol/index.ts';
import { requests, type RunView } from '../server/protocol/client.ts';
import type { RunStore } from './run-store.ts';
import type { ServerLink } from './server-link.ts';
import { childrenOf, errorNodes, type StackNode } from './stack-model.ts';

const icons: Record<FrameKind, string> = {
  pattern: 'symbol-function',
  runtime: 'gear',
  external: 'package',
  ses: 'shield',
};

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
    getChildren: (node) => (node ? childrenOf(node) : errorNodes(shown?.result ?? null)),
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
    show(next);
    if (next.debug || next.result?.success !== false) return;
    const full = await server.ask(requests.trace, { uri: next.uri });
    if (full.view?.runId === store.get(next.uri)?.runId && full.view) show(full.view);
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

function treeItem(node: StackNode, rootUri: string): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  if (node.type === 'error') {
    const item = new vscode.TreeItem(node.label, Expanded);
    item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
    item.tooltip = node.label;
    item.contextValue = 'error';
    return item;
  }
  if (node.type === 'group') {
    const open = node.kind === 'pattern' ? Expanded : Collapsed;
    const item = new vscode.TreeItem(words.frameKinds[node.kind], open);
    item.description = String(node.frames.length);
    item.iconPath = new vscode.ThemeIcon(icons[node.kind]);
    item.contextValue = `group.${node.kind}`;
    return item;
  }
  const { frame } = node;
  const item = new vscode.TreeItem(frame.function, None);
  const times = frame.repeated === undefined ? '' : ` ${words.repeated(frame.repeated)}`;
  item.description = `${frame.mapped ? `${frame.file}:${frame.line}:${frame.column}` : frame.file}${times}`;
  item.tooltip = words.frameTooltip(frame.function, frame.file, frame.line, frame.column);
  item.contextValue = `frame.${frame.kind}`;
  item.iconPath = new vscode.ThemeIcon(frame.async ? 'sync' : 'debug-stackframe-dot');
  if (frame.kind === 'pattern' && frame.mapped) {
    const { file, line, column } = frame;
    const place = { rootUri, file, line, column };
    item.command = { title: '', command: 'patternbox.openPlace', arguments: [place] };
  }
  return item;
}
