/** Shows what a pattern file is compiled to, beside it, at the place of the cursor. */
import * as vscode from 'vscode';
import * as v from 'valibot';
import { requests } from '../server/protocol/client.ts';
import { isPattern } from './pattern-context.ts';
import { uriBelow } from './places.ts';
import type { ServerLink } from './server-link.ts';

/** A node of the stack view or a place of a menu, as far as it says where. */
const Target = v.object({ file: v.string(), line: v.number(), column: v.number() });

/** Opens both texts side by side; the compiled one is read-only and follows the authored one. */
export async function showCompiled(
  server: ServerLink,
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<void> {
  const { line, character } = position;
  const compiled = await server.ask(requests.compiled, {
    uri: uri.toString(),
    position: { line, character },
  });
  const selection = (at: vscode.Position) => new vscode.Range(at, at);
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  await vscode.window.showTextDocument(uri, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: selection(position),
  });
  const at = new vscode.Position(compiled.position.line, compiled.position.character);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(compiled.uri));
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
    preview: true,
    selection: selection(at),
  });
}

/** The authored place that is meant: the argument's, below the root, or the cursor. */
export function compiledTarget(
  argument: unknown,
  rootUri: string | undefined,
): { readonly uri: vscode.Uri; readonly position: vscode.Position } | undefined {
  if (argument instanceof vscode.Uri) return { uri: argument, position: cursorIn(argument) };
  const place = v.safeParse(Target, argument);
  const uri =
    place.success && rootUri !== undefined ? uriBelow(rootUri, place.output.file) : undefined;
  if (place.success && uri) {
    const { line, column } = place.output;
    return { uri, position: new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1)) };
  }
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isPattern(editor.document)) return undefined;
  return { uri: editor.document.uri, position: editor.selection.active };
}

function cursorIn(uri: vscode.Uri): vscode.Position {
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  return editor?.selection.active ?? new vscode.Position(0, 0);
}
