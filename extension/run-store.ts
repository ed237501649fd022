/** The newest run of each pattern file, as the server last told it. */
import * as vscode from 'vscode';
import type { Disposable } from './disposable.ts';
import type { ConsoleLine } from '../server/protocol/index.ts';
import type { RunView } from '../server/protocol/client.ts';

export interface RunStore extends Disposable {
  readonly get: (uri: string) => RunView | undefined;
  /** The file whose run changed last. */
  readonly latest: () => RunView | undefined;
  /** Console lines of a run that has no result yet. */
  readonly liveConsole: (uri: string) => readonly ConsoleLine[];
  readonly isBusy: () => boolean;
  readonly update: (view: RunView) => void;
  readonly addConsole: (uri: string, runId: string, line: ConsoleLine) => void;
  /** The server is gone: nothing is alive and no result is known to be of the current text. */
  readonly markAllStale: () => void;
  readonly onChange: vscode.Event<RunView>;
  readonly onConsole: vscode.Event<{ readonly uri: string; readonly line: ConsoleLine }>;
}

const mostLiveLines = 1000;

/** Makes an empty store. */
export function createRunStore(): RunStore {
  const views = new Map<string, RunView>();
  const live = new Map<string, { runId: string; lines: ConsoleLine[] }>();
  const changed = new vscode.EventEmitter<RunView>();
  const printed = new vscode.EventEmitter<{ uri: string; line: ConsoleLine }>();
  let latest: string | undefined;

  const update = (view: RunView): void => {
    // Kept by the editor's spelling of the URI, whatever the server's is.
    const uri = normalise(view.uri);
    views.set(uri, view);
    latest = uri;
    if (live.get(uri)?.runId !== view.runId) live.set(uri, { runId: view.runId, lines: [] });
    changed.fire(view);
  };

  return Object.freeze<RunStore>({
    get: (uri) => views.get(normalise(uri)),
    latest: () => (latest === undefined ? undefined : views.get(latest)),
    liveConsole: (uri) => live.get(normalise(uri))?.lines ?? [],
    isBusy: () => [...views.values()].some(({ state }) => state === 'running'),
    update,
    addConsole: (uri, runId, line) => {
      const entry = live.get(normalise(uri));
      if (entry?.runId !== runId) return;
      entry.lines.push(line);
      if (entry.lines.length > mostLiveLines) entry.lines.shift();
      printed.fire({ uri: normalise(uri), line });
    },
    markAllStale: () => {
      for (const view of [...views.values()]) update({ ...view, alive: false, state: 'stale' });
    },
    onChange: changed.event,
    onConsole: printed.event,
    dispose: () => {
      changed.dispose();
      printed.dispose();
    },
  });
}

function normalise(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}
