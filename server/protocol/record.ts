/**
 * What compiling gives: per authored file one record that can run and one source description that
 * stays on the host. The record alone crosses into the sandbox process, so it holds no host path,
 * no map and no type text.
 */
import type { Base1Position } from './positions.ts';
import type { Schema } from './schema.ts';

/** The modules that the runtime itself provides. */
export const runtimeModuleNames = [
  'commonfabric',
  'commonfabric/schema',
  'commonfabric/cfc',
  'commontools',
  'commontools/schema',
] as const;
export type RuntimeModuleName = (typeof runtimeModuleNames)[number];

/** Whether a specifier names a module that the runtime provides. */
export function isRuntimeModule(specifier: string): specifier is RuntimeModuleName {
  return runtimeModuleNames.some((name) => name === specifier);
}

/** Which generation of the authoring API a file was written for. */
export type ApiGeneration = 'commonfabric' | 'commontools' | 'none';

/** What an import's specifier leads to, after linking. */
export type ImportTarget =
  | { readonly kind: 'module'; readonly path: string }
  | { readonly kind: 'runtime'; readonly name: RuntimeModuleName };

export interface LinkedImport {
  /** The specifier as it stands in the compiled code's `require("…")`. */
  readonly specifier: string;
  readonly target: ImportTarget;
}

/**
 * What the compiler knows about one call of a builder (`pattern`, `handler`, `computed`, …); the
 * emitted code names it by its index: `$pb.at(index, builder)(…)`.
 */
export interface CallFact {
  /** The callee's imported name: `pattern`, `recipe`, `handler`, `computed`, `Writable`, … */
  readonly builder: string;
  /** Authored name of what the call makes: the const, property or export it initialises. */
  readonly name?: string;
  /** Where the call stands in the authored file. */
  readonly position: Base1Position;
  /** Pattern input, handler state, or lift/derive input. */
  readonly argument?: Schema;
  /** The event of a handler or an action. */
  readonly event?: Schema;
  /** Pattern output, or the type argument of `toSchema`, `wish`, `generateObject`, `fetchJson`. */
  readonly result?: Schema;
  /**
   * For an unannotated first parameter of lift or derive: which destructured names (or `true`, the
   * whole parameter) have a cell method called on them in the body.
   */
  readonly cellUse?: true | readonly string[];
}

/** One compiled and linked module, ready for the sandbox. */
export interface ModuleRecord {
  /** Root-relative path with forward slashes. */
  readonly path: string;
  /** First 8 hexadecimal digits of the SHA-256 of path and text. */
  readonly hash: string;
  /** `patternbox:///<path>?<hash>`; the only name that a stack frame of this module can have. */
  readonly sourceURL: string;
  /** The functor's text, without the sourceURL comment; see functor.ts. */
  readonly code: string;
  readonly imports: readonly LinkedImport[];
  readonly facts: readonly CallFact[];
  readonly generation: ApiGeneration;
}

/** A function of the authored text, for naming frames. Offsets are UTF-16 units, end exclusive. */
export interface FunctionSpan {
  readonly start: number;
  readonly end: number;
  /** `add`, `Counter body`, `computed callback`, `increment handler`; never empty. */
  readonly name: string;
}

/** What the host keeps about one authored file, to explain positions in it. */
export interface ModuleSource {
  readonly path: string;
  readonly sourceURL: string;
  /** The authored text exactly as read, byte order mark and line ends included. */
  readonly text: string;
  /** Source map v3 of `code`, as JSON text. */
  readonly map: string;
  /** Authored place of each site number that the code stores while it runs. */
  readonly sites: readonly Base1Position[];
  /** Every authored function, outer before inner. */
  readonly functions: readonly FunctionSpan[];
  /**
   * Start and end offset pairs, flat, sorted by start: for each start the end of the innermost
   * authored node that begins there.
   */
  readonly extents: readonly number[];
}

/** A whole program: the entry and everything that it imports by value. */
export interface ModuleGraph {
  readonly entry: string;
  readonly records: readonly ModuleRecord[];
  readonly sources: ReadonlyMap<string, ModuleSource>;
}
