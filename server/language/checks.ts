/** Static checks of open pattern files: cached by what they read, newest text wins. */
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver/node';
import type { CheckResult, Engine } from '../engine/index.ts';
import { importsPatternApi } from '../protocol/pattern-file.ts';
import type { Documents, ReadTexts } from './documents.ts';
import { resolveInside } from './locations.ts';
import { checkDiagnostics, type DiagnosticsByPath, type Places } from './to-diagnostics.ts';

/** Something that has diagnostics to show. */
export interface DiagnosticSource {
  readonly paths: () => Iterable<string>;
  readonly of: (path: string) => readonly LspDiagnostic[];
}

export interface Checks extends DiagnosticSource {
  /** The check of an open document's current text; undefined if it is no open pattern file. */
  readonly check: (path: string) => Promise<CheckResult | undefined>;
  /** The last known check, of whatever text. */
  readonly last: (path: string) => CheckResult | undefined;
  /** Files came or went: what an import leads to may have changed. */
  readonly forgetAll: () => void;
}

export interface ChecksOptions {
  readonly engine: () => Engine;
  readonly documents: Documents;
  readonly rootOf: (file: string) => string;
  readonly placesFor: (root: string) => Places;
  /** The findings changed in these files. */
  readonly onChanged: (paths: readonly string[]) => void;
}

interface Entry {
  readonly texts: ReadTexts;
  readonly pending: Promise<CheckResult | undefined>;
  done: { readonly result: CheckResult; readonly byPath: DiagnosticsByPath } | undefined;
}

/** Makes the checks; nothing is checked before somebody asks. */
export function createChecks(options: ChecksOptions): Checks {
  const { engine, documents, rootOf, placesFor, onChanged } = options;
  /** The newest check under way or done, and the newest that is done, by path. */
  const newest = new Map<string, Entry>();
  const shown = new Map<string, Entry>();

  const settle = (path: string, entry: Entry, result: CheckResult, root: string): void => {
    entry.done = { result, byPath: checkDiagnostics(result.diagnostics, placesFor(root)) };
    // A file that was closed meanwhile, or a newer text, has a better right to be shown.
    if (newest.get(path) !== entry) return;
    const before = shown.get(path)?.done?.byPath.keys() ?? [];
    shown.set(path, entry);
    onChanged([...new Set([...before, ...entry.done.byPath.keys()])]);
  };

  const start = (path: string, text: string): Entry => {
    const texts: ReadTexts = new Map([[path, text]]);
    const root = rootOf(path);
    const pending = documents
      .recording(texts, () => engine().check(path, root))
      .then((result) => {
        settle(path, entry, result, root);
        return result;
      });
    const entry: Entry = { texts, pending, done: undefined };
    newest.set(path, entry);
    return entry;
  };

  const forget = (path: string): void => {
    const paths = [...(shown.get(path)?.done?.byPath.keys() ?? [])];
    newest.delete(path);
    shown.delete(path);
    if (paths.length > 0) onChanged(paths);
  };
  documents.onClose(forget);

  return Object.freeze<Checks>({
    check: async (path) => {
      const text = documents.at(path)?.getText();
      if (text === undefined || !importsPatternApi(text)) {
        forget(path);
        return undefined;
      }
      const known = newest.get(path);
      const entry = known && documents.unchanged(known.texts) ? known : start(path, text);
      try {
        return await entry.pending;
      } catch (error) {
        if (newest.get(path) === entry) newest.delete(path);
        throw error;
      }
    },
    last: (path) => shown.get(path)?.done?.result,
    forgetAll: () => {
      newest.clear();
    },
    paths: () =>
      new Set([...shown.values()].flatMap(({ done }) => [...(done?.byPath.keys() ?? [])])),
    of: (path) => [...shown.values()].flatMap(({ done }) => done?.byPath.get(path) ?? []),
  });
}

/** The places of a root, in the client's spelling of URIs. */
export function placesOf(root: string, documents: Documents, pageOf: Places['pageOf']): Places {
  return {
    pathOf: (file) => resolveInside(root, file),
    uriOf: documents.uriOf,
    pageOf,
  };
}
