/** Quick fixes: a finding that knows its replacement offers it, others are mended by their syntax. */
import * as v from 'valibot';
import {
  CodeActionKind,
  type CodeAction,
  type Connection,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fixWords, words } from '../protocol/index.ts';
import type { Documents } from './documents.ts';
import { fixOf } from './fixes/index.ts';
import { pathOf } from './locations.ts';

const WithFix = v.object({ fix: v.string() });
const WithTrace = v.object({ trace: v.string() });

/** The fixes of the findings under the cursor; `document` is the file that they are in. */
export function actionsFor(
  uri: string,
  diagnostics: readonly Diagnostic[],
  document?: TextDocument,
): CodeAction[] {
  return diagnostics.flatMap((diagnostic): CodeAction[] => {
    if (diagnostic.source !== words.productName) return [];
    const known = replacement(diagnostic) ?? (document && mended(diagnostic, document));
    const about = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
    const edit = known && { changes: { [uri]: known.edits } };
    return [...(edit ? [{ ...about, title: known.title, edit }] : []), ...traceOf(diagnostic)];
  });
}

/** An error of a run leads to the whole story. */
function traceOf(diagnostic: Diagnostic): CodeAction[] {
  const known = v.safeParse(WithTrace, diagnostic.data);
  if (!known.success) return [];
  const title = words.showTrace;
  const command = { title, command: 'patternbox.showFullTrace', arguments: [known.output.trace] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command }];
}

interface Edits {
  readonly title: string;
  readonly edits: TextEdit[];
}

function replacement({ data, range }: Diagnostic): Edits | undefined {
  const known = v.safeParse(WithFix, data);
  if (!known.success) return undefined;
  const { fix } = known.output;
  return { title: fixWords.replaceWith(fix), edits: [{ range, newText: fix }] };
}

function mended({ code, range }: Diagnostic, document: TextDocument): Edits | undefined {
  const path = pathOf(document.uri) ?? '';
  const fix = fixOf(String(code), path, document.getText(), document.offsetAt(range.start));
  if (!fix) return undefined;
  const edits = fix.changes.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text,
  }));
  return { title: fix.title, edits };
}

export function registerActions(connection: Connection, documents: Documents): void {
  connection.onCodeAction(({ textDocument, context }) => {
    const path = pathOf(textDocument.uri);
    const document = path === undefined ? undefined : documents.at(path);
    return actionsFor(textDocument.uri, context.diagnostics, document);
  });
}
