/** `Patternbox: Set Up Types`: declarations of the authoring API for editors without our plugin. */
import * as vscode from 'vscode';
import { noFolderOpen, words } from '../../server/protocol/index.ts';
import { isPattern } from '../pattern-context.ts';
import { refusal } from '../refusal.ts';
import { typesFolder, withTypes } from './tsconfig.ts';

const command = 'patternbox.setUpTypes';
/** What TypeScript says of an import that it cannot find. */
const moduleNotFound = 2307;
const apiModule = /["'](?:commonfabric|commontools)(?:\/\w+)?["']/;

/** Writes the declarations and the lines of tsconfig.json that lead to them. */
export async function setUpTypes(extension: vscode.Uri, target?: unknown): Promise<void> {
  const folder = target instanceof vscode.Uri ? target : await chosenFolder();
  if (!folder) return;
  const tsconfig = vscode.Uri.joinPath(folder, 'tsconfig.json');
  const before = await textOf(tsconfig);
  const change = withTypes(before);
  if (change.kind === 'refused') throw refusal(change.why);
  await copyDeclarations(extension, folder);
  if (change.kind === 'change') await write(tsconfig, before, change.text);
  await vscode.window.showTextDocument(tsconfig, { preview: false });
}

/** Offers the command once, when an import of the API stays unresolved. */
export function offerTypes(state: vscode.Memento): vscode.Disposable {
  const answered = 'patternbox.typesOffered';
  const offer = async (): Promise<void> => {
    await state.update(answered, true);
    const chosen = await vscode.window.showInformationMessage(words.typesMissing, words.setUpTypes);
    if (chosen === words.setUpTypes) await vscode.commands.executeCommand(command);
  };
  return vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (state.get(answered) === true || !uris.some(isUnresolved)) return;
    void offer();
  });
}

function isUnresolved(uri: vscode.Uri): boolean {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.path === uri.path);
  if (!document || !isPattern(document)) return false;
  return vscode.languages
    .getDiagnostics(uri)
    .some(({ code, message }) => code === moduleNotFound && apiModule.test(message));
}

/** The folder of the active file, the only folder, or the one that is picked, if one is. */
async function chosenFolder(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (own ?? folders.length === 1) return (own ?? folders[0])?.uri;
  if (folders.length === 0) throw refusal(noFolderOpen({}));
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    return undefined;
  }
}

async function copyDeclarations(extension: vscode.Uri, folder: vscode.Uri): Promise<void> {
  const source = vscode.Uri.joinPath(extension, 'types');
  for (const [name] of await vscode.workspace.fs.readDirectory(source)) {
    const target = vscode.Uri.joinPath(folder, typesFolder, name);
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(source, name), target, { overwrite: true });
  }
}

/** An existing file is changed in its editor, so that the change can be undone. */
async function write(uri: vscode.Uri, before: string | undefined, text: string): Promise<void> {
  if (before === undefined) {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  edit.replace(uri, all, text);
  if (await vscode.workspace.applyEdit(edit)) await document.save();
}
