/** The items of the Test Explorer: test and scenario files, and below them what they are made of. */
import * as vscode from 'vscode';
import { requests } from '../../server/protocol/client.ts';
import { importsPatternApi } from '../../server/protocol/pattern-file.ts';
import {
  isScenarioPath,
  isTestPath,
  patternsOfScenario,
  testFilesGlob,
} from '../../server/protocol/test-file.ts';
import type { Disposable } from '../disposable.ts';
import type { ServerLink } from '../server-link.ts';

export interface TestTree extends Disposable {
  /** The item of a file; undefined for one that holds no tests. */
  readonly file: (uri: vscode.Uri) => Promise<vscode.TestItem | undefined>;
  /** Reads the tests of a file off its text. */
  readonly load: (item: vscode.TestItem) => Promise<void>;
  /** The item of a test in a file, made if it is not there. */
  readonly test: (file: vscode.TestItem, id: string) => vscode.TestItem;
  /** Looks through the workspace. */
  readonly scan: () => Promise<void>;
}

const excluded = '**/{node_modules,dist,.git}/**';
/** How long a file that is being typed in must be quiet before its tests are read again. */
const quietMs = 300;

/** Whether an item stands for a file; the others stand for its tests. */
export const isFileItem = (item: vscode.TestItem): boolean => item.parent === undefined;

/** Makes the tree and keeps it up to date with the workspace and the open documents. */
export function createTestTree(
  controller: vscode.TestController,
  server: ServerLink,
  log: vscode.LogOutputChannel,
): TestTree {
  const { items } = controller;
  const timers = new Map<string, NodeJS.Timeout>();

  const test = (file: vscode.TestItem, id: string): vscode.TestItem => {
    const known = file.children.get(id);
    if (known) return known;
    const made = controller.createTestItem(id, id, file.uri);
    file.children.add(made);
    return made;
  };

  const file = async (uri: vscode.Uri): Promise<vscode.TestItem | undefined> => {
    const id = uri.toString();
    if (!(await holdsTests(uri))) {
      items.delete(id);
      return undefined;
    }
    const known = items.get(id);
    if (known) return known;
    const item = controller.createTestItem(id, vscode.workspace.asRelativePath(uri), uri);
    item.canResolveChildren = true;
    items.add(item);
    return item;
  };

  const load = async (item: vscode.TestItem): Promise<void> => {
    if (!item.uri) return;
    const { cases } = await server.ask(requests.testOutline, { uri: item.uri.toString() });
    const found = cases.map(({ id, description, range }, index) => {
      const child = test(item, id);
      child.description = description;
      // The explorer would sort by name: action_10 before action_2.
      child.sortText = String(index).padStart(6, '0');
      child.range = toRange(range);
      return child;
    });
    item.children.replace(found);
  };

  const follow = async (uri: vscode.Uri): Promise<void> => {
    const item = await file(uri);
    if (item) await load(item);
  };
  const safely = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      log.warn(error instanceof Error ? error.message : String(error));
    });
  };
  const opened = (document: vscode.TextDocument): void => {
    if (mayHoldTests(document.uri)) safely(follow(document.uri));
  };
  const edited = ({ document }: vscode.TextDocumentChangeEvent): void => {
    if (!mayHoldTests(document.uri)) return;
    const id = document.uri.toString();
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => {
        timers.delete(id);
        safely(follow(document.uri));
      }, quietMs),
    );
  };
  const changed = (uri: vscode.Uri): void => {
    const known = items.get(uri.toString());
    // What nobody has unfolded is read when somebody does.
    safely(known && known.children.size > 0 ? follow(uri) : file(uri));
  };

  const watcher = vscode.workspace.createFileSystemWatcher(testFilesGlob);
  watcher.onDidCreate(changed);
  watcher.onDidChange(changed);
  watcher.onDidDelete((uri) => {
    items.delete(uri.toString());
  });
  vscode.workspace.textDocuments.forEach(opened);

  const subscriptions = vscode.Disposable.from(
    watcher,
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidChangeTextDocument(edited),
  );
  return Object.freeze<TestTree>({
    file,
    load,
    test,
    scan: async () => {
      const found = await vscode.workspace.findFiles(testFilesGlob, excluded);
      await Promise.all(found.map(file));
    },
    dispose: () => {
      subscriptions.dispose();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  });
}

/** The editor's range of a range as the server sends it. */
export function toRange({
  start,
  end,
}: {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function mayHoldTests({ scheme, path }: vscode.Uri): boolean {
  return scheme === 'file' && (isTestPath(path) || isScenarioPath(path));
}

/** Other tools have files of these names too. */
async function holdsTests(uri: vscode.Uri): Promise<boolean> {
  if (!mayHoldTests(uri)) return false;
  if (isTestPath(uri.path)) return importsPatternApi(await textOf(uri));
  const patterns = patternsOfScenario(uri.path).map((path) => uri.with({ path }));
  const kinds = await Promise.all(patterns.map(exists));
  return kinds.includes(true);
}

async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find(
    (each) => each.uri.toString() === uri.toString(),
  );
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.File;
  } catch {
    return false;
  }
}
