/** Everything that happens to a pattern before it runs: resolve its root, compile, verify. */
import path from 'node:path';
import type { Compiler } from '../compile/index.ts';
import { verifyGraph } from '../verify/index.ts';
import type { Diagnostic, ModuleGraph, ModuleSource } from '../protocol/index.ts';
import type { PatternSummary } from './api.ts';
import { findRoot, relativeTo } from './root.ts';

/** A program that may run, or the reasons why it may not. */
export interface Prepared {
  /** Root-relative path of the entry. */
  readonly file: string;
  /** The absolute folder that the names of files are relative to. */
  readonly root: string;
  /** Null when a diagnostic of severity `error` forbids the run. */
  readonly graph: ModuleGraph | null;
  /** The authored texts, as far as they could be compiled. */
  readonly sources: ReadonlyMap<string, ModuleSource>;
  readonly diagnostics: readonly Diagnostic[];
  readonly patterns: readonly PatternSummary[];
}

/** Compiles and verifies one file with everything that it imports by value. */
export async function prepare(
  compiler: Compiler,
  request: { readonly file: string; readonly root?: string | undefined },
): Promise<Prepared> {
  const entry = path.resolve(request.file);
  const root = path.resolve(request.root ?? findRoot(entry));
  const compiled = compiler.compile({ entry, root });
  const file = relativeTo(root, entry);
  if (compiled.graph === null) {
    const { diagnostics, patterns } = compiled;
    return { file, root, graph: null, sources: new Map(), diagnostics, patterns };
  }
  const diagnostics = [...compiled.diagnostics, ...(await verifyGraph(compiled.graph))];
  const refused = diagnostics.some(({ severity }) => severity === 'error');
  return {
    file,
    root,
    graph: refused ? null : compiled.graph,
    sources: compiled.graph.sources,
    diagnostics,
    patterns: compiled.patterns,
  };
}
