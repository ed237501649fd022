/** JSON files as modules: one frozen default export. */
import * as ts from 'typescript';
import { invalidJsonFile } from '../../protocol/index.ts';
import { escapeText } from '../transform/escape.ts';
import { emptyModule, refusedModule } from './module.ts';
import type { LocalModule } from './module.ts';

/** Compiles a JSON file; its text is parsed, so nothing of it runs. */
export function compileJson(path: string, text: string): LocalModule {
  try {
    const value = JSON.stringify(JSON.parse(text.replace(/^\ufeff/, '')) as unknown);
    const argument = escapeText(JSON.stringify(value));
    const code = [
      '(function (exports, require, $pb, $s, $b) { "use strict";',
      'exports.default = void 0;',
      `const default_1 = $pb.data(JSON.parse(${argument}));`,
      'exports.default = default_1;',
      '})',
    ].join('\n');
    const map = JSON.stringify({ version: 3, sources: [path], names: [], mappings: ';AAAA' });
    const exports = new Map([['default', undefined]]);
    return {
      ...emptyModule(path, text),
      code,
      map,
      sites: [{ line: 1, column: 1 }],
      modules: { requests: [], exports, reExports: [], stars: [] },
    };
  } catch (error) {
    const file = ts.parseJsonText(path, text);
    const message = invalidJsonFile({
      text: error instanceof Error ? error.message : String(error),
    });
    return refusedModule(path, text, message, rangeOfFirstError(file));
  }
}

function rangeOfFirstError(file: ts.JsonSourceFile): {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
} {
  const [first] =
    (file as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
  const place = (offset: number): { line: number; column: number } => {
    const { line, character } = file.getLineAndCharacterOfPosition(offset);
    return { line: line + 1, column: character + 1 };
  };
  const start = first?.start ?? 0;
  return { start: place(start), end: place(start + (first?.length ?? 1)) };
}
