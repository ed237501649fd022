/**
 * Shows diagnostics. Open documents are pulled by the client, so they are only asked to pull again;
 * a file that is not open cannot be pulled, so its diagnostics are pushed.
 */
import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import type { DiagnosticSource } from './checks.ts';
import type { Documents } from './documents.ts';

export interface Publisher {
  /** Everything to show for one file, each finding once. */
  readonly collect: (path: string) => Diagnostic[];
  /** Brings the closed files up to date; with `refresh`, the open ones too. */
  readonly publish: (refresh: boolean) => void;
  /** From now on only these of the open documents are pulled; before, all of them. */
  readonly show: (paths: ReadonlySet<string>) => void;
}

/** Makes the publisher over all sources; where two report the same finding, the first one wins. */
export function createPublisher(
  connection: Connection,
  documents: Documents,
  sources: readonly DiagnosticSource[],
): Publisher {
  const pushed = new Set<string>();
  let shown: ReadonlySet<string> | undefined;

  const isPulled = (path: string) => documents.at(path) !== undefined && (shown?.has(path) ?? true);

  const collect = (path: string): Diagnostic[] => {
    const seen = new Map<string, Diagnostic>();
    for (const source of sources) {
      for (const diagnostic of source.of(path)) {
        const { start } = diagnostic.range;
        const key = `${diagnostic.code ?? ''} ${start.line}:${start.character}`;
        if (!seen.has(key)) seen.set(key, diagnostic);
      }
    }
    return [...seen.values()];
  };

  const push = (path: string, diagnostics: Diagnostic[]): void => {
    if (diagnostics.length > 0) pushed.add(path);
    else if (!pushed.delete(path)) return;
    void connection.sendDiagnostics({ uri: documents.uriOf(path), diagnostics });
  };

  const publish = (refresh: boolean): void => {
    const paths = new Set([...pushed, ...sources.flatMap((source) => [...source.paths()])]);
    for (const path of paths) push(path, isPulled(path) ? [] : collect(path));
    if (refresh) connection.languages.diagnostics.refresh().catch(() => undefined);
  };

  documents.onOpen(() => {
    publish(false);
  });
  documents.onClose(() => {
    publish(false);
  });
  const show = (paths: ReadonlySet<string>): void => {
    shown = paths;
    publish(false);
  };
  return Object.freeze<Publisher>({ collect, publish, show });
}
