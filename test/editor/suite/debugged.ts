/** A pattern to debug: its files, the editor that shows it, and a watch for each test. */
import * as vscode from 'vscode';
import type { ExtensionExports } from '../../../extension/main.ts';
import type { RunView } from '../../../server/protocol/client.ts';
import { watchDebugger, type DebuggerWatch } from './debugger.ts';
import { closeAll, example } from './support.ts';

export interface Debugged {
  /** What the debugger does in this test. */
  readonly watch: DebuggerWatch;
  /** An entry of `launch.json` for the pattern. */
  readonly launch: vscode.DebugConfiguration;
  /** The newest run of the pattern, as the panel shows it. */
  readonly shown: () => RunView | undefined;
}

/** Writes the files before the tests of a `describe`; the first is the pattern. */
export function useDebugged(texts: Readonly<Record<string, string>>): Debugged {
  const [main = ''] = Object.keys(texts);
  let watch: DebuggerWatch;
  before(async () => {
    for (const [name, text] of Object.entries(texts)) {
      await vscode.workspace.fs.writeFile(example(name), new TextEncoder().encode(text));
    }
  });
  beforeEach(async () => {
    watch = watchDebugger();
    await vscode.window.showTextDocument(example(main));
  });
  afterEach(async () => {
    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    await vscode.debug.stopDebugging();
    await watch.gone();
    watch.dispose();
    await closeAll();
  });
  return {
    get watch() {
      return watch;
    },
    get launch() {
      const program = example(main).fsPath;
      return { type: 'patternbox', request: 'launch', name: main, program };
    },
    shown: () =>
      vscode.extensions
        .getExtension<ExtensionExports>('patternbox.patternbox')
        ?.exports.runs.get(example(main).toString()),
  };
}
