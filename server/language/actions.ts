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
import { fixturesActions, type FixturesContext } from './fixtures-action.ts';
import { pathOf } from './locations.ts';

const WithFix = v.object({ fix: v.string() });
const WithTrace = v.object({ trace: v.string() });

/** What the fixes look at besides the diagnostics that the client sends back. */
export interface ActionContext extends FixturesContext {
  readonly documents: Pick<Documents, 'files' | 'at'>;
}

/** The fixes of the findings under the cursor. */
export function actionsFor(
  uri: string,
  diagnostics: readonly Diagnostic[],
  context: ActionContext,
): CodeAction[] {
  const own = diagnostics.filter(({ source }) => source === words.productName);
  const path = pathOf(uri);
  const document = path === undefined ? undefined : context.documents.at(path);
  const fixes = own.flatMap((diagnostic): CodeAction[] => {
    const known = (document && mended(diagnostic, document)) ?? replacement(diagnostic);
    const about = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
    const edit = known && { changes: { [uri]: known.edits } };
    return [...(edit ? [{ ...about, title: known.title, edit }] : []), ...traceOf(diagnostic)];
  });
  return [...fixes, ...fixturesActions(uri, own, context)];
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

function mended({ code, range, data }: Diagnostic, document: TextDocument): Edits | undefined {
  const path = pathOf(document.uri) ?? '';
  const known = v.safeParse(WithFix, data);
  const fix = fixOf(
    String(code),
    path,
    document.getText(),
    document.offsetAt(range.start),
    known.success ? known.output.fix : undefined,
  );
  if (!fix) return undefined;
  const edits = fix.changes.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text,
  }));
  return { title: fix.title, edits };
}

/** Registers the provider. */
export function registerActions(connection: Connection, context: ActionContext): void {
  connection.onCodeAction(({ textDocument, context: { diagnostics } }) =>
    actionsFor(textDocument.uri, diagnostics, context),
  );
}
