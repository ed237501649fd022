/** Starts a session again when a file that may belong to its pattern has changed. */
import * as vscode from 'vscode';
import { patternLanguages } from '../../server/protocol/pattern-file.ts';

/** How long the text must be quiet: a run of half a word is of no use. */
const quietMs = 500;

/** Watches the source files below a folder, saved or not. */
export function onEditBelow(folder: vscode.Uri, restart: () => void): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const below = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  const subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const { uri, languageId } = document;
    if (contentChanges.length === 0 || uri.scheme !== 'file') return;
    if (!patternLanguages.includes(languageId) || !uri.path.startsWith(below)) return;
    clearTimeout(timer);
    timer = setTimeout(restart, quietMs);
  });
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    subscription.dispose();
  });
}
