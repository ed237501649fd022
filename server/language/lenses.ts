/** Code lenses over the patterns of a file. */
import { type CodeLens, type Connection } from 'vscode-languageserver/node';
import { toBase0, words } from '../protocol/index.ts';
import type { PatternSummary } from '../engine/index.ts';
import type { Checks } from './checks.ts';
import type { Documents } from './documents.ts';
import { pathOf } from './locations.ts';

/** The commands that lenses name; the extension contributes them. */
const commands = {
  run: 'patternbox.run',
  debug: 'patternbox.debug',
  runWithInput: 'patternbox.runWithInput',
} as const;

/** The lenses of each pattern: run it, debug it, and run it with an argument. */
export function lensesOf(uri: string, patterns: readonly PatternSummary[]): CodeLens[] {
  return patterns.flatMap((pattern) => {
    const start = toBase0(pattern);
    const range = { start, end: start };
    const target = [uri, pattern.exportName];
    return [
      { range, command: { title: words.lensRun, command: commands.run, arguments: target } },
      { range, command: { title: words.lensDebug, command: commands.debug, arguments: target } },
      {
        range,
        command: {
          title: words.lensRunWithInput,
          command: commands.runWithInput,
          arguments: target,
        },
      },
    ];
  });
}

/** Answers lens requests; while the text does not parse, the last known lenses stay. */
export function registerLenses(
  connection: Connection,
  documents: Documents,
  checks: Checks,
  enabled: () => boolean,
): void {
  connection.onCodeLens(async ({ textDocument }) => {
    const path = pathOf(textDocument.uri);
    if (!enabled() || path === undefined || !documents.at(path)) return [];
    const known = checks.last(path)?.patterns ?? [];
    const patterns = (await checks.check(path))?.patterns ?? [];
    return lensesOf(textDocument.uri, patterns.length > 0 ? patterns : known);
  });
}
