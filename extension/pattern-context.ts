/** Knows whether the active editor shows a pattern file: context keys and the server's start. */
import * as vscode from 'vscode';
import { importsPatternApi, patternLanguages } from '../server/protocol/pattern-file.ts';
import type { RunStore } from './run-store.ts';

/** Whether the document is a file that imports the authoring API. */
export function isPattern(document: vscode.TextDocument): boolean {
  if (document.uri.scheme !== 'file' || !patternLanguages.includes(document.languageId))
    return false;
  return importsPatternApi(document.getText());
}

/** Keeps the context keys up to date; `onFound` is called whenever a pattern file is open. */
export function followPatterns(store: RunStore, onFound: () => void): vscode.Disposable {
  const set = (key: string, value: boolean) =>
    void vscode.commands.executeCommand('setContext', `patternbox.${key}`, value);
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const found = document !== undefined && isPattern(document);
    set('isPattern', found);
    if (found) onFound();
  };
  update();
  if (vscode.workspace.textDocuments.some(isPattern)) onFound();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isPattern(document)) onFound();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) update();
    }),
    store.onChange(() => {
      set('isRunning', store.isBusy());
    }),
  );
}
