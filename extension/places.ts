/** Opens places in authored files. A file name in a result comes from a pattern: it is data. */
import * as vscode from 'vscode';

export interface Place {
  /** Root-relative file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The file below the root; undefined for a name that would leave it. */
export function uriBelow(rootUri: string, file: string): vscode.Uri | undefined {
  const root = vscode.Uri.parse(rootUri);
  const target = vscode.Uri.joinPath(root, file);
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return target.path.startsWith(folder) ? target : undefined;
}

/** Shows a place in an editor that is not the result's own column. */
export async function openPlace(rootUri: string, { file, line, column }: Place): Promise<void> {
  const uri = uriBelow(rootUri, file);
  if (!uri) return;
  const position = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(position, position),
  });
}
