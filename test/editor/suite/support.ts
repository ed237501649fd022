/** What the tests in the extension host share. */
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunView } from '../../../server/protocol/client.ts';

/** An example of the opened folder. */
export function example(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder, name);
}

export async function openExample(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(example(name)));
}

/** Opens a new pattern file whose text exists only in the editor. */
export async function openUnsaved(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = example(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('export {};\n'));
  const editor = await vscode.window.showTextDocument(uri);
  const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
  await editor.edit((edit) => {
    edit.replace(all, text);
  });
  return editor;
}

/** Runs a pattern as the lens does and gives what the editor shows. */
export async function run(uri: vscode.Uri): Promise<RunView> {
  const view = await vscode.commands.executeCommand<RunView | undefined>('patternbox.run', uri);
  assert.ok(view, `${path.basename(uri.path)} did not run`);
  return view;
}

/** Waits until `probe` gives something. */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} did not happen`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Our diagnostics of a file, once there are as many as asked for. */
export function diagnosticsOf(uri: vscode.Uri, count: number): Promise<vscode.Diagnostic[]> {
  return eventually(`${count} diagnostics of ${uri.path}`, () => {
    const found = vscode.languages
      .getDiagnostics(uri)
      .filter(({ source }) => source === 'Patternbox');
    return found.length === count ? found : undefined;
  });
}

/** The tabs of result panels. */
export function resultTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.includes('patternbox.result'),
    );
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
}
