/** The compiled form of a pattern file as a read-only document, and the place in it for a cursor. */
import type { Connection } from 'vscode-languageserver/node';
import type { Engine } from '../engine/index.ts';
import { notAFile, notCompiled, toBase0, toBase1 } from '../protocol/index.ts';
import { compiledScheme, compiledUriOf, requests } from '../protocol/client.ts';
import type { Documents } from './documents.ts';
import { pathOf } from './locations.ts';
import { answer, refuse } from './refusals.ts';

export interface CompiledContext {
  readonly engine: () => Engine;
  readonly documents: Documents;
  readonly rootOf: (file: string) => string;
}

/** How long a text must be quiet before its compiled form follows. */
const quietMs = 300;

/** Serves the documents; one that was shown follows its text. */
export function registerCompiled(
  connection: Connection,
  { engine, documents, rootOf }: CompiledContext,
): void {
  const served = new Set<string>();
  let pending: NodeJS.Timeout | undefined;

  connection.workspace.textDocumentContent.on(async ({ uri }) => {
    const file = authoredPath(uri);
    if (file === undefined) return null;
    served.add(uri);
    const compiled = await engine().compiled(file, rootOf(file));
    return compiled && { text: compiled.code };
  });

  answer(connection, requests.compiled, async ({ uri, position }) => {
    const file = pathOf(uri);
    if (file === undefined) throw refuse(notAFile({ uri }));
    const compiled = await engine().compiled(file, rootOf(file), toBase1(position));
    if (compiled === null) throw refuse(notCompiled({}));
    const at = compiled.at ?? { line: 1, column: 1 };
    return { uri: compiledUriOf(uri), position: toBase0(at) };
  });

  documents.onChange(() => {
    if (served.size === 0) return;
    clearTimeout(pending);
    pending = setTimeout(() => {
      for (const uri of served) {
        connection.workspace.textDocumentContent.refresh(uri).catch(() => undefined);
      }
    }, quietMs);
  });
  documents.onClose((file) => {
    for (const uri of served) if (authoredPath(uri) === file) served.delete(uri);
  });
}

/** The authored file of a compiled document's address; undefined for any other address. */
function authoredPath(uri: string): string | undefined {
  const prefix = `${compiledScheme}:`;
  if (!uri.startsWith(prefix) || !uri.endsWith('.js')) return undefined;
  return pathOf(`file:${uri.slice(prefix.length, -'.js'.length)}`);
}
