/** Messages in the corner of the window. */
import * as vscode from 'vscode';

/** Shows one; gives the action that was chosen. */
export function notify(text: string, ...actions: string[]): Thenable<string | undefined> {
  // The editor makes links of `[text](target)` there, of commands too, and a file may be named so.
  return vscode.window.showInformationMessage(text.replaceAll('](', '] ('), ...actions);
}
