/** Quick fixes: a finding that knows its replacement offers it, an unanswered service its fixtures. */
import path from 'node:path';
import * as v from 'valibot';
import {
  CodeActionKind,
  CreateFile,
  TextDocumentEdit,
  type CodeAction,
  type Connection,
  type Diagnostic,
} from 'vscode-languageserver/node';
import { fixturesTextFor, words } from '../protocol/index.ts';
import type { Documents } from './documents.ts';
import { pathOf, uriOf } from './locations.ts';

const WithFix = v.object({ fix: v.string() });
const WithService = v.object({
  service: v.object({ name: v.string(), about: v.optional(v.string()) }),
  fixtures: v.string(),
});
type WithService = v.InferOutput<typeof WithService>;

/** What the actions look at besides the diagnostics that the client sends back. */
export interface ActionContext {
  readonly documents: Pick<Documents, 'files'>;
  /** Every diagnostic of a file. */
  readonly collect: (path: string) => readonly Diagnostic[];
  /** Whether the client creates files when it is told to. */
  readonly canCreateFiles: () => boolean;
}

/** The fixes of the findings under the cursor. */
export function actionsFor(
  uri: string,
  diagnostics: readonly Diagnostic[],
  context: ActionContext,
): CodeAction[] {
  const own = diagnostics.filter(({ source }) => source === words.productName);
  return [...own.flatMap((each) => replacement(uri, each)), ...fixturesActions(uri, own, context)];
}

function replacement(uri: string, diagnostic: Diagnostic): CodeAction[] {
  const data = v.safeParse(WithFix, diagnostic.data);
  if (!data.success) return [];
  const { fix } = data.output;
  const edit = { changes: { [uri]: [{ range: diagnostic.range, newText: fix }] } };
  const title = words.applyFix(fix);
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit }];
}

/** Creates the fixtures file with an answer for every service of the file that has none. */
function fixturesActions(
  uri: string,
  diagnostics: readonly Diagnostic[],
  { documents, collect, canCreateFiles }: ActionContext,
): CodeAction[] {
  const about = diagnostics.filter((each) => servicesOf([each]).length > 0);
  const [first] = servicesOf(about);
  const file = pathOf(uri);
  if (!first || file === undefined || !canCreateFiles()) return [];
  const { fixtures } = first;
  if (documents.files.exists(fixtures)) return [];
  const all = servicesOf([...about, ...collect(file)]).filter((each) => each.fixtures === fixtures);
  const text = fixturesTextFor(all.map(({ service }) => service));
  const target = { uri: uriOf(fixtures), version: null };
  const start = { line: 0, character: 0 };
  const edit = {
    documentChanges: [
      CreateFile.create(target.uri, { overwrite: false, ignoreIfExists: false }),
      TextDocumentEdit.create(target, [{ range: { start, end: start }, newText: text }]),
    ],
  };
  const title = words.createFixtures(path.basename(fixtures));
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: about, edit, isPreferred: true }];
}

function servicesOf(diagnostics: readonly Diagnostic[]): WithService[] {
  return diagnostics.flatMap(({ data }) => {
    const parsed = v.safeParse(WithService, data);
    return parsed.success ? [parsed.output] : [];
  });
}

/** Registers the provider. */
export function registerActions(connection: Connection, context: ActionContext): void {
  connection.onCodeAction(({ textDocument, context: { diagnostics } }) =>
    actionsFor(textDocument.uri, diagnostics, context),
  );
}
