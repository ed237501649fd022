/** Writes the trace of a run into a file for a standard viewer. */
import * as vscode from 'vscode';
import { traceWords } from '../server/protocol/index.ts';
import { requests } from '../server/protocol/client.ts';
import { notify } from './notice.ts';
import type { ServerLink } from './server-link.ts';

/**
 * Asks where to, unless `target` says so, and writes. Gives the file; undefined if the user thought
 * better of it.
 */
export async function exportTrace(
  server: ServerLink,
  pattern: vscode.Uri,
  target?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const { name, text } = await server.ask(requests.exportRecording, { uri: pattern.toString() });
  const file =
    target ??
    (await vscode.window.showSaveDialog({
      title: traceWords.saveTitle,
      defaultUri: vscode.Uri.joinPath(pattern, '..', name),
      filters: { [traceWords.saveFilter]: ['json'] },
    }));
  if (file === undefined) return undefined;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  if (target === undefined) void tellWhere(file);
  return file;
}

async function tellWhere(file: vscode.Uri): Promise<void> {
  const shown = vscode.workspace.asRelativePath(file);
  const text = traceWords.exported(shown);
  const chosen = await notify(text, traceWords.showFile);
  if (chosen !== undefined) await vscode.window.showTextDocument(file);
}
