/** Compiles texts held in memory and runs the functors with helpers that do the simplest thing. */
import { memoryFileSource } from '../../memory-files.ts';
import path from 'node:path';
import vm from 'node:vm';
import { createCompiler } from '../../../server/compile/index.ts';
import type { CompileResult, FileSource } from '../../../server/compile/index.ts';
import type {
  CallFact,
  Functor,
  ModuleGraph,
  ModuleHelpers,
  ModuleSource,
  SiteRegister,
} from '../../../server/protocol/index.ts';

export const root = path.resolve('/program');

/** A file source over a table of root-relative names. */
export function memoryFiles(files: Readonly<Record<string, string>>): FileSource {
  const nameOf = (file: string): string => path.relative(root, file).split(path.sep).join('/');
  return memoryFileSource((file) =>
    Object.hasOwn(files, nameOf(file)) ? files[nameOf(file)] : undefined,
  );
}

export function compileFiles(
  files: Readonly<Record<string, string>>,
  entry = 'main.tsx',
): CompileResult {
  return createCompiler({ files: memoryFiles(files) }).compile({
    entry: path.join(root, entry),
    root,
  });
}

/** The graph of files that must compile. */
export function graphOf(files: Readonly<Record<string, string>>, entry = 'main.tsx'): ModuleGraph {
  const { graph, diagnostics } = compileFiles(files, entry);
  if (!graph) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return graph;
}

/** The functor's own lines, without the wrapper and the indentation. */
export function emitted(text: string, entry = 'main.tsx'): string {
  const { records } = graphOf({ [entry]: text }, entry);
  return (records[0]?.code ?? '').split('\n').slice(1, -1).join('\n');
}

export function factsOf(files: string | Readonly<Record<string, string>>): readonly CallFact[] {
  const graph = graphOf(typeof files === 'string' ? { 'main.tsx': files } : files);
  return graph.records.find(({ path: name }) => name === graph.entry)?.facts ?? [];
}

export function sourceOf(graph: ModuleGraph, file: string): ModuleSource {
  const source = graph.sources.get(file);
  if (!source) throw new Error(`no source ${file}`);
  return source;
}

/** Something that reads like a reactive value; `$pb.r` opens it. */
export class Live {
  constructor(readonly current: unknown) {}
}

const read = (value: unknown): unknown => (value instanceof Live ? value.current : value);

/** Helpers that keep the contract of functor.ts without any reactivity. */
export function plainHelpers(overrides: Partial<ModuleHelpers> = {}): ModuleHelpers {
  return {
    at: (_index, callee) => callee,
    x: (site) => site.$site(),
    r: read,
    p: (base, ...keys) =>
      keys.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], read(base)),
    arg: (_callee, value) => read(value),
    assertion: (_source, { $site }) => $site(),
    operand: (_source, value) => value,
    h: (type, props, ...children) => ({ type, props, children }),
    Fragment: 'fragment',
    data: (value) => value,
    fns: () => undefined,
    constants: () => undefined,
    star: (exports, namespace) => {
      for (const key of Object.keys(namespace as object)) {
        if (key === 'default' || Object.hasOwn(exports, key)) continue;
        const get = (): unknown => (namespace as Record<string, unknown>)[key];
        Object.defineProperty(exports, key, { enumerable: true, get });
      }
    },
    ...overrides,
  };
}

export interface RunningModules {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly register: SiteRegister;
  readonly require: (file: string) => Record<string, unknown>;
}

/** Evaluates a graph as CommonJS does: each module once, cycles see what is there so far. */
export function runGraph(
  graph: ModuleGraph,
  options: {
    readonly runtime?: Readonly<Record<string, unknown>>;
    readonly helpers?: Partial<ModuleHelpers>;
  } = {},
): RunningModules {
  const register: SiteRegister = new Int32Array(1);
  const instances = new Map<string, Record<string, unknown>>();
  const load = (file: string): Record<string, unknown> => {
    const known = instances.get(file);
    if (known) return known;
    const record = graph.records.find(({ path: name }) => name === file);
    if (!record) throw new Error(`no record ${file}`);
    const exports: Record<string, unknown> = {};
    instances.set(file, exports);
    const functor = vm.runInThisContext(record.code, { filename: record.sourceURL }) as Functor;
    const require = (specifier: string): unknown => {
      const target = record.imports.find((item) => item.specifier === specifier)?.target;
      if (target?.kind === 'module') return load(target.path);
      return options.runtime ?? {};
    };
    functor(exports, require, plainHelpers(options.helpers), register, 0);
    return exports;
  };
  return { exports: load(graph.entry), register, require: load };
}
