/** Source files to a module graph: local compilation of each file, then linking. */
import path from 'node:path';
import { fileNotReadable } from '../protocol/index.ts';
import type {
  CallFact,
  Diagnostic,
  LinkedImport,
  ModuleGraph,
  ModuleRecord,
  ModuleSource,
} from '../protocol/index.ts';
import type { FileSource } from './files.ts';
import { apiImports } from './link/api-imports.ts';
import { missingExports } from './link/exports.ts';
import { constantModules, linkFact } from './link/facts.ts';
import { createNameResolver } from './link/names.ts';
import type { ModuleLookup } from './link/names.ts';
import { createImportResolver } from './link/resolve-import.ts';
import type { ImportRequest } from './local/imports.ts';
import { compileJson } from './local/json.ts';
import { compileLocal, hashOf, refusedModule } from './local/module.ts';
import type { LocalModule } from './local/module.ts';
import type { PatternSummary } from './local/patterns.ts';

export interface CompileRequest {
  /** Absolute path of the pattern file. */
  readonly entry: string;
  /** Folder that imports may not leave; absolute. */
  readonly root: string;
}

export interface CompileResult {
  /** Null when a diagnostic of severity `error` was found. */
  readonly graph: ModuleGraph | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The patterns that the entry exports. */
  readonly patterns: readonly PatternSummary[];
}

export interface Compiler {
  /** Compiles one file and everything that it imports by value. Never throws for what is in them. */
  readonly compile: (request: CompileRequest) => CompileResult;
}

/** Local results that are kept; the oldest go first. */
const MAX_CACHED = 2000;

/** Makes a compiler with its own cache of local results, by root-relative path and text. */
export function createCompiler(options: {
  readonly files: FileSource;
  /** For a debugger: what compiled code does besides the author's is left out where it can be. */
  readonly debuggable?: boolean;
}): Compiler {
  const { files, debuggable = false } = options;
  const cache = new Map<string, LocalModule>();

  const localOf = (file: string, text: string): LocalModule => {
    const key = `${file}\n${hashOf(file, text)}`;
    const known = cache.get(key);
    if (known && known.text === text) {
      cache.delete(key);
      cache.set(key, known);
      return known;
    }
    const made = file.endsWith('.json')
      ? compileJson(file, text)
      : compileLocal(file, text, { stores: !debuggable });
    cache.set(key, made);
    const [oldest] = cache.keys();
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
    return made;
  };

  const load = (root: string, file: string): LocalModule => {
    const text = file.startsWith('..') ? undefined : files.read(path.join(root, file));
    if (text !== undefined) return localOf(file, text);
    const start = { line: 1, column: 1 };
    return refusedModule(file, '', fileNotReadable({ file }), { start, end: start });
  };

  return Object.freeze({
    compile: ({ entry, root }: CompileRequest): CompileResult => {
      const name = path.relative(root, entry).split(path.sep).join('/');
      return link(name, createImportResolver(files, root), (file) => load(root, file));
    },
  });
}

/** The files of one program, each read once. */
function link(
  entry: string,
  resolve: ReturnType<typeof createImportResolver>,
  load: (file: string) => LocalModule,
): CompileResult {
  const loaded = new Map<string, LocalModule>();
  const moduleAt = (file: string): LocalModule => {
    const known = loaded.get(file) ?? load(file);
    loaded.set(file, known);
    return known;
  };
  const lookup: ModuleLookup = (from, specifier) => {
    const target = resolve(from.path, specifier);
    return target.kind === 'module' ? moduleAt(target.path) : undefined;
  };
  const nameResolver = createNameResolver(lookup);
  const diagnostics: Diagnostic[] = [];
  const records: ModuleRecord[] = [];
  const sources = new Map<string, ModuleSource>();
  const queue = [entry];
  const queued = new Set(queue);
  const enqueue = (file: string): void => {
    if (queued.has(file)) return;
    queued.add(file);
    queue.push(file);
  };

  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    const module = moduleAt(file);
    const imports = linkImports(module, resolve, diagnostics);
    diagnostics.push(
      ...module.diagnostics,
      ...apiImports(module),
      ...missingExports(module, lookup),
    );
    for (const { target } of imports) if (target.kind === 'module') enqueue(target.path);
    const facts = module.facts.map((fact) => linkFact(fact, module, nameResolver));
    facts.flatMap(constantModules).forEach(enqueue);
    records.push(recordOf(module, imports, facts));
    sources.set(module.path, sourceOf(module));
  }
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  return {
    graph: failed ? null : { entry, records, sources },
    diagnostics,
    patterns: moduleAt(entry).patterns,
  };
}

function linkImports(
  module: LocalModule,
  resolve: ReturnType<typeof createImportResolver>,
  diagnostics: Diagnostic[],
): LinkedImport[] {
  const linked = new Map<string, LinkedImport>();
  for (const request of module.modules.requests) {
    const target = resolve(module.path, request.specifier);
    if (target.kind === 'refused') {
      const { code, text, help } = target.message;
      diagnostics.push({ ...unresolved(module, request), code, message: text, help });
    } else if (request.value) {
      linked.set(request.specifier, { specifier: request.specifier, target });
    }
  }
  return [...linked.values()];
}

/** What only types need cannot stop a run. */
function unresolved(
  module: LocalModule,
  { range, value }: ImportRequest,
): Pick<Diagnostic, 'severity' | 'file' | 'range'> {
  return { severity: value ? 'error' : 'warning', file: module.path, range };
}

function urlOf({ path: file, hash }: LocalModule): string {
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  return `patternbox:///${encoded}?${hash}`;
}

function recordOf(
  module: LocalModule,
  imports: readonly LinkedImport[],
  facts: readonly CallFact[],
): ModuleRecord {
  const { path: file, hash, code, generation } = module;
  return { path: file, hash, sourceURL: urlOf(module), code, imports, facts, generation };
}

function sourceOf(module: LocalModule): ModuleSource {
  const { path: file, text, map, sites, functions, extents } = module;
  return { path: file, sourceURL: urlOf(module), text, map, sites, functions, extents };
}
