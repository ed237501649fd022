/**
 * The snapshot of open documents over the disk: what is in the editor is what runs. Also remembers
 * which texts a piece of work has read, so that its outcome can be called stale when one changes.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { TextDocuments, type Connection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileSource } from '../engine/index.ts';
import { pathOf, uriOf } from './locations.ts';

/** Texts by absolute path, as they were read. */
export type ReadTexts = Map<string, string>;

export interface Documents {
  /** Open documents over the disk. */
  readonly files: FileSource;
  readonly at: (path: string) => TextDocument | undefined;
  readonly all: () => readonly TextDocument[];
  /** The client's own spelling of a path's URI if it is open, else ours. */
  readonly uriOf: (path: string) => string;
  /** Runs `work`; what it reads through `files`, also asynchronously, ends up in `texts`. */
  readonly recording: <T>(texts: ReadTexts, work: () => Promise<T>) => Promise<T>;
  /** Whether every text is still what it was. */
  readonly unchanged: (texts: ReadTexts) => boolean;
  readonly onOpen: (listener: (path: string) => void) => void;
  readonly onChange: (listener: (path: string) => void) => void;
  readonly onSave: (listener: (path: string) => void) => void;
  readonly onClose: (listener: (path: string) => void) => void;
  readonly listen: (connection: Connection) => void;
}

/** Makes the snapshot; it follows the client once it listens to the connection. */
export function createDocuments(disk: FileSource): Documents {
  const documents = new TextDocuments(TextDocument);
  const byPath = new Map<string, TextDocument>();
  const recorder = new AsyncLocalStorage<ReadTexts>();

  const read = (path: string) => byPath.get(path)?.getText() ?? disk.read(path);

  const files: FileSource = Object.freeze({
    read: (path: string) => {
      const text = read(path);
      if (text !== undefined) recorder.getStore()?.set(path, text);
      return text;
    },
    exists: (path: string) => byPath.has(path) || disk.exists(path),
    realPath: disk.realPath,
    problem: (path: string) => (byPath.has(path) ? null : disk.problem(path)),
  });

  documents.onDidOpen(({ document }) => {
    const path = pathOf(document.uri);
    if (path !== undefined) byPath.set(path, document);
  });

  const subscribe =
    (event: typeof documents.onDidSave) =>
    (listener: (path: string) => void): void => {
      event(({ document }) => {
        const path = pathOf(document.uri);
        if (path !== undefined) listener(path);
      });
    };

  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (path !== undefined) byPath.delete(path);
  });

  return Object.freeze<Documents>({
    files,
    at: (path) => byPath.get(path),
    all: () => [...byPath.values()],
    uriOf: (path) => byPath.get(path)?.uri ?? uriOf(path),
    recording: (texts, work) => recorder.run(texts, work),
    unchanged: (texts) => [...texts].every(([path, text]) => read(path) === text),
    onOpen: subscribe(documents.onDidOpen),
    onChange: subscribe(documents.onDidChangeContent),
    onSave: subscribe(documents.onDidSave),
    onClose: subscribe(documents.onDidClose),
    listen: (connection) => {
      documents.listen(connection);
    },
  });
}
