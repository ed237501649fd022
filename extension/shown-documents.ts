/** Tells the server which files have a tab: the others are not pulled, so it pushes to them. */
import * as vscode from 'vscode';
import { clientNotifications } from '../server/protocol/client.ts';
import type { ServerLink } from './server-link.ts';

function shownUris(): string[] {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  return inputs.flatMap((input) => {
    if (input instanceof vscode.TabInputText) return [input.uri.toString()];
    return input instanceof vscode.TabInputTextDiff ? [input.modified.toString()] : [];
  });
}

/** Keeps the server up to date about tabs. */
export function followTabs(server: ServerLink): vscode.Disposable {
  const tell = () => {
    server.tell(clientNotifications.shown, { uris: shownUris() });
  };
  return vscode.Disposable.from(
    server.onStarted(tell),
    vscode.window.tabGroups.onDidChangeTabs(tell),
  );
}
