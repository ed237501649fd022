/** Runs the transformers and prints the functor with its source map. */
import * as ts from 'typescript';
import type { SiteTable } from '../local/places.ts';
import type { AnalysedFile } from './context.ts';
import { escapeRefusedText } from './escape.ts';
import { chooseNames } from './module-names.ts';
import { moduleStatements } from './modules.ts';
import { createSynthesis } from './synthesis.ts';
import { createVisitor } from './visit.ts';

export interface Emitted {
  readonly code: string;
  /** Source map v3 of `code`. */
  readonly map: string;
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.React,
  jsxFactory: '$pb.h',
  jsxFragmentFactory: '$pb.Fragment',
  isolatedModules: true,
  // Spares the checker a walk over every name: imports are rewritten before it could drop them.
  verbatimModuleSyntax: true,
  noResolve: true,
  noCheck: true,
  allowJs: true,
  types: [],
  // Nothing is written; TypeScript emits no JavaScript file onto itself.
  outDir: 'out',
  sourceMap: true,
  removeComments: true,
  newLine: ts.NewLineKind.LineFeed,
  alwaysStrict: false,
};

/** The types that every program needs: without them the checker searches for similar names. */
const globals = ts.createSourceFile(
  'globals.d.ts',
  'interface Array<T> {} interface Boolean {} interface CallableFunction {} interface Function {} ' +
    'interface IArguments {} interface NewableFunction {} interface Number {} interface Object {} ' +
    'interface RegExp {} interface String {}',
  ts.ScriptTarget.ES2022,
);

/** The line before the emitted text; a map line of its own keeps every position as printed. */
const PREFIX = '(function (exports, require, $pb, $s, $b) { "use strict";\n';
const SUFFIX = '\n})';

/** A program of one file that resolves nothing and checks nothing. */
export function createFileProgram(file: ts.SourceFile): ts.Program {
  const host: ts.CompilerHost = {
    getSourceFile: (name) =>
      name === file.fileName ? file : name === globals.fileName ? globals : undefined,
    getDefaultLibFileName: () => globals.fileName,
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => name === file.fileName || name === globals.fileName,
    readFile: () => undefined,
    directoryExists: () => false,
    writeFile: () => undefined,
  };
  return ts.createProgram([file.fileName], options, host);
}

/** Emits one analysed file; without `stores` it does not say while it runs where it is. */
export function emitFile(
  program: ts.Program,
  analysed: AnalysedFile,
  sites: SiteTable,
  stores: boolean,
): Emitted {
  let code = '';
  let map = '';
  const before: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
    const make = createSynthesis(context.factory, file, stores);
    const names = chooseNames(analysed, context.factory);
    const imported = names.imported;
    const transform = createVisitor({ analysed, sites, make, context, imported });
    return context.factory.updateSourceFile(file, moduleStatements(transform, names));
  };
  program.emit(
    analysed.file,
    (name, text) => {
      if (name.endsWith('.map')) map = text;
      else code = text;
    },
    undefined,
    false,
    { before: [before], after: [escapeRefusedText] },
  );
  return {
    code: PREFIX + code.replace(/\n?\/\/# sourceMappingURL=[^\n]*\n?$/, '') + SUFFIX,
    map: shiftMap(map, analysed.file.fileName),
  };
}

function shiftMap(text: string, source: string): string {
  const { mappings } = JSON.parse(text) as { mappings: string };
  return JSON.stringify({
    version: 3,
    sources: [source],
    names: [],
    mappings: `;${mappings}`,
  });
}
