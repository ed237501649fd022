/** What the pattern prints, and with it what log points print, in the debug console too. */
import * as vscode from 'vscode';
import { printableLines } from '../../server/protocol/index.ts';
import { uriBelow } from '../places.ts';
import type { RunStore } from '../run-store.ts';
import type { DebugConfiguration } from './configuration.ts';
import type { OutputPlace, Speaker } from './protocol.ts';

/** Repeats the lines of the program's runs until it is disposed. */
export function echoConsole(
  store: RunStore,
  { program }: DebugConfiguration,
  say: Speaker['say'],
): vscode.Disposable {
  const own = vscode.Uri.file(program).toString();
  return store.onConsole(({ uri, line: { level, text, file, line, column } }) => {
    if (uri !== own) return;
    const root = store.get(uri)?.rootUri;
    const at = root === undefined || file === null ? undefined : uriBelow(root, file);
    const place: OutputPlace | undefined =
      at && line !== null && column !== null
        ? { source: { path: at.fsPath }, line, column }
        : undefined;
    say(printableLines(text), level === 'error' ? 'stderr' : 'stdout', place);
  });
}
