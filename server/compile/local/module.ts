/** The local step: one file's text to everything that depends on that text alone. */
import { createHash } from 'node:crypto';
import * as ts from 'typescript';
import {
  notCompilable,
  notLoadable,
  syntaxError,
  tooComplex,
  tooSlow,
} from '../../protocol/index.ts';
import type {
  ApiGeneration,
  Base1Position,
  Diagnostic,
  FunctionSpan,
  Message,
} from '../../protocol/index.ts';
import { OutOfTime, withinTime } from '../deadline.ts';
import { isCallable } from '../transform/data.ts';
import { createFileProgram, emitFile } from '../transform/emit.ts';
import { refusedText } from '../transform/escape.ts';
import type { LocalFact } from '../types/facts.ts';
import { summariseTypes } from '../types/summarise.ts';
import type { TypeSummary } from '../types/shape.ts';
import { classifyCalls } from './api.ts';
import type { ApiCalls } from './api.ts';
import { collectBuilderCalls } from './builder-calls.ts';
import { authorSlips } from '../slips/index.ts';
import { debuggerHints } from './hints.ts';
import { readInterface } from './imports.ts';
import type { ModuleInterface } from './imports.ts';
import { extentsOf, functionSpans } from './names.ts';
import { parseFile } from './parse.ts';
import { findPatterns } from './patterns.ts';
import type { PatternSummary } from './patterns.ts';
import { createSiteTable, diagnosticAt } from './places.ts';
import { refusedForms } from './refuse.ts';
import { bindScopes } from './scopes.ts';
import type { Scopes } from './scopes.ts';
import { unwrap } from './references.ts';

/** What the local step knows of one file. */
export interface LocalModule {
  readonly path: string;
  readonly text: string;
  readonly hash: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly code: string;
  readonly map: string;
  readonly sites: readonly Base1Position[];
  readonly functions: readonly FunctionSpan[];
  readonly extents: readonly number[];
  readonly modules: Pick<ModuleInterface, 'requests' | 'exports' | 'reExports' | 'stars'>;
  readonly facts: readonly LocalFact[];
  readonly types: TypeSummary;
  /** Module constants that `typeof CONST` can name. */
  readonly constants: readonly string[];
  readonly generation: ApiGeneration;
  readonly patterns: readonly PatternSummary[];
}

/** First 8 hexadecimal digits of the SHA-256 of path and text. */
export function hashOf(path: string, text: string): string {
  return createHash('sha256').update(`${path}\0${text}`).digest('hex').slice(0, 8);
}

/** How a file is compiled. */
export interface LocalOptions {
  /** Compiled code stores the place about to run; a debugger would stop at each store. */
  readonly stores: boolean;
  /** How long it may take. */
  readonly timeMs?: number;
}

/** Far beyond what the largest honest file takes on a slow machine. */
const COMPILE_MS = 20_000;

/** Compiles one file as far as its own text allows. Never throws. */
export function compileLocal(
  path: string,
  text: string,
  options: LocalOptions = { stores: true },
): LocalModule {
  const { timeMs = COMPILE_MS } = options;
  try {
    return withinTime(() => compileText(path, text, options), timeMs);
  } catch (error) {
    const start = { line: 1, column: 1 };
    return refusedModule(path, text, whyNot(error, path, timeMs), { start, end: start });
  }
}

function whyNot(error: unknown, file: string, timeMs: number): Message {
  if (error instanceof OutOfTime) return tooSlow({ file, limitMs: timeMs });
  if (error instanceof RangeError) return tooComplex({ file });
  return notCompilable({ file, text: error instanceof Error ? error.message : '' });
}

/** A module that cannot run, with its one reason. */
export function refusedModule(
  path: string,
  text: string,
  message: Message,
  range: Diagnostic['range'],
): LocalModule {
  const { code, text: sentence, help } = message;
  return {
    ...emptyModule(path, text),
    diagnostics: [{ code, severity: 'error', message: sentence, file: path, range, help }],
  };
}

/** A module of which nothing is known yet. */
export function emptyModule(path: string, text: string): LocalModule {
  const none: ReadonlyMap<string, never> = new Map<string, never>();
  return {
    path,
    text,
    hash: hashOf(path, text),
    diagnostics: [],
    code: '',
    map: '',
    sites: [],
    functions: [],
    extents: [],
    modules: { requests: [], exports: new Map(), reExports: [], stars: [] },
    facts: [],
    types: { declared: none, imported: none, exported: none, reExported: none, stars: [] },
    constants: [],
    generation: 'none',
    patterns: [],
  };
}

function syntaxErrors(program: ts.Program, file: ts.SourceFile): Diagnostic[] {
  return program.getSyntacticDiagnostics(file).map(({ start, length, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, ' ');
    return diagnosticAt(file, start, start + length, syntaxError({ text }));
  });
}

/** Constants that a type of this file names, and exported ones that another file's type may. */
function namedConstants(
  file: ts.SourceFile,
  scopes: Scopes,
  calls: ApiCalls,
  modules: ModuleInterface,
): string[] {
  const wanted = new Set<string>();
  const exported = new Set(modules.exports.values());
  const isData = (name: string): boolean => {
    const binding = scopes.top.get(name);
    if (binding?.kind !== 'const' || !binding.initializer) return false;
    const value = unwrap(binding.initializer);
    if (isCallable(value)) return false;
    return !(ts.isCallExpression(value) && calls.isBuilderLike(value.expression));
  };
  for (const name of scopes.top.keys()) if (exported.has(name) && isData(name)) wanted.add(name);
  const walk = (node: ts.Node): void => {
    const named = ts.isTypeQueryNode(node)
      ? node.exprName
      : ts.isBindingElement(node)
        ? node.initializer
        : undefined;
    if (named && ts.isIdentifier(named) && isData(named.text)) wanted.add(named.text);
    node.forEachChild(walk);
  };
  walk(file);
  return [...wanted];
}

/** Without the syntax tree, which would stay in memory as long as the cache keeps the module. */
function linkable({
  requests,
  exports,
  reExports,
  stars,
}: ModuleInterface): LocalModule['modules'] {
  return { requests, exports, reExports, stars };
}

function generationOf({ requests }: ModuleInterface): ApiGeneration {
  const has = (name: string): boolean =>
    requests.some(({ specifier }) => specifier === name || specifier.startsWith(`${name}/`));
  if (has('commonfabric')) return 'commonfabric';
  return has('commontools') ? 'commontools' : 'none';
}

function compileText(path: string, text: string, { stores }: LocalOptions): LocalModule {
  const { file, shift } = parseFile(path, text);
  const program = createFileProgram(file);
  const errors = syntaxErrors(program, file);
  const scopes = bindScopes(file);
  const calls = classifyCalls(scopes);
  const modules = readInterface(file, scopes);
  const builders = collectBuilderCalls(file, calls, scopes);
  const constants = namedConstants(file, scopes, calls, modules);
  const diagnostics = errors.length > 0 ? errors : refusedForms(file, scopes);
  const known: LocalModule = {
    ...emptyModule(path, text),
    diagnostics,
    functions: functionSpans(file, calls, shift),
    extents: extentsOf(file, shift),
    modules: linkable(modules),
    facts: builders.facts,
    types: summariseTypes(file),
    constants,
    generation: generationOf(modules),
    patterns: findPatterns(file, calls, modules),
  };
  if (diagnostics.length > 0) return known;
  const sites = createSiteTable(file);
  const { indexes, bodies, named } = builders;
  const analysed = { file, scopes, calls, modules, facts: indexes, bodies, constants };
  const { code, map } = emitFile(program, analysed, sites, stores);
  const left = refusedText(code);
  return {
    ...known,
    code,
    map,
    sites: sites.positions,
    diagnostics: [
      ...(stores ? debuggerHints(file) : []),
      ...authorSlips({ file, scopes, calls, named }),
      ...(left === undefined ? [] : [diagnosticAt(file, 0, 0, notLoadable({ text: left.trim() }))]),
    ],
  };
}
