/** Quick fixes: a finding that knows its replacement offers it. */
import * as v from 'valibot';
import {
  CodeActionKind,
  type CodeAction,
  type Connection,
  type Diagnostic,
} from 'vscode-languageserver/node';
import { words } from '../protocol/index.ts';

const WithFix = v.object({ fix: v.string() });

/** The fixes of the findings under the cursor. */
export function actionsFor(uri: string, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return diagnostics.flatMap((diagnostic): CodeAction[] => {
    const data = v.safeParse(WithFix, diagnostic.data);
    if (diagnostic.source !== words.productName || !data.success) return [];
    const { fix } = data.output;
    const edit = { changes: { [uri]: [{ range: diagnostic.range, newText: fix }] } };
    const title = words.applyFix(fix);
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit }];
  });
}

export function registerActions(connection: Connection): void {
  connection.onCodeAction(({ textDocument, context }) =>
    actionsFor(textDocument.uri, context.diagnostics),
  );
}
