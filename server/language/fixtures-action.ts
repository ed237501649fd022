/** The quick fix of a host service that nothing answers: it creates the fixtures that do. */
import path from 'node:path';
import * as v from 'valibot';
import {
  CodeActionKind,
  CreateFile,
  TextDocumentEdit,
  type CodeAction,
  type Diagnostic,
} from 'vscode-languageserver/node';
import { fixturesTextFor, words } from '../protocol/index.ts';
import type { Documents } from './documents.ts';
import { pathOf, uriOf } from './locations.ts';

const WithService = v.object({
  service: v.object({ name: v.string(), about: v.optional(v.string()) }),
  fixtures: v.string(),
});
type WithService = v.InferOutput<typeof WithService>;

/** What the action looks at besides the diagnostics that the client sends back. */
export interface FixturesContext {
  readonly documents: Pick<Documents, 'files'>;
  /** Every diagnostic of a file. */
  readonly collect: (path: string) => readonly Diagnostic[];
  /** Whether the client creates files when it is told to. */
  readonly canCreateFiles: () => boolean;
}

/** Creates the fixtures file with an answer for every service of the file that has none. */
export function fixturesActions(
  uri: string,
  diagnostics: readonly Diagnostic[],
  { documents, collect, canCreateFiles }: FixturesContext,
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
