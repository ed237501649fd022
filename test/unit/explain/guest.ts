/**
 * Runs compiled modules in this process with the least runtime that can call them, to get the stack
 * frames that V8 really gives for them.
 */
import { memoryFileSource } from '../../memory-files.ts';
import vm from 'node:vm';
import { createCompiler } from '../../../server/compile/index.ts';
import { createExplainer } from '../../../server/explain/index.ts';
import { RUNTIME_URL } from '../../../server/protocol/frame.ts';
import type {
  Functor,
  ModuleGraph,
  ModuleHelpers,
  RunError,
} from '../../../server/protocol/index.ts';
import type { Failure, RawFrame, ThrownRecord } from '../../../server/protocol/wire.ts';

type Files = Readonly<Record<string, string>>;
type Namespace = Record<string, unknown>;

/** Builders that call their function at once, from a script that counts as the runtime. */
const runtime = vm.runInThisContext(
  `({
    api: new Proxy({ NAME: '$NAME', UI: '$UI' }, {
      get: (known, name) => known[name] ?? ((callback) => (...inputs) => callback(...inputs)),
    }),
    helpers: {
      at: (_index, callee) => callee,
      x: (site) => site.$site(),
      r: (value) => value,
      p: (base, ...keys) => keys.reduce((value, key) => value[key], base),
      arg: (_callee, value) => value,
      h: (type, props, ...children) => ({ type, props, children }),
      Fragment: 'fragment',
      data: (value) => Object.freeze(value),
      fns: () => undefined,
      constants: () => undefined,
    },
  })`,
  { filename: RUNTIME_URL },
) as { readonly api: Namespace; readonly helpers: ModuleHelpers };

/** Compiles files that exist only here; the first is the entry. */
export function compile(files: Files): ModuleGraph {
  const read = (path: string): string | undefined => files[path.replace(/^\/root\//, '')];
  const compiler = createCompiler({ files: memoryFileSource(read) });
  const entry = `/root/${Object.keys(files)[0] ?? ''}`;
  const { graph, diagnostics } = compiler.compile({ entry, root: '/root' });
  if (graph === null) throw new Error(JSON.stringify(diagnostics));
  return graph;
}

/** Evaluates the graph and gives the namespace of its entry. */
export function load({ entry, records }: ModuleGraph): Namespace {
  const loaded = new Map<string, Namespace>();
  const loadModule = (path: string): Namespace => {
    const known = loaded.get(path);
    if (known) return known;
    const record = records.find((each) => each.path === path);
    if (record === undefined) return runtime.api;
    const exports: Namespace = {};
    loaded.set(path, exports);
    const functor = vm.runInThisContext(record.code, { filename: record.sourceURL }) as Functor;
    const require = (specifier: string): Namespace => {
      const target = record.imports.find((each) => each.specifier === specifier)?.target;
      return target?.kind === 'module' ? loadModule(target.path) : runtime.api;
    };
    functor(exports, require, runtime.helpers, new Int32Array(1), 0);
    return exports;
  };
  return loadModule(entry);
}

function toRawFrame(site: NodeJS.CallSite): RawFrame {
  return {
    functionName: site.getFunctionName(),
    url: site.getScriptNameOrSourceURL(),
    line: site.getLineNumber(),
    column: site.getColumnNumber(),
    async: (site as unknown as { isAsync: () => boolean }).isAsync(),
    constructor: site.isConstructor(),
    native: site.isNative(),
  };
}

/** The frames of an error, as the guest would report them, without those of the test itself. */
export function rawFrames(error: Error): RawFrame[] {
  const prepare: unknown = Reflect.get(Error, 'prepareStackTrace');
  Error.prepareStackTrace = (_error, sites) => sites;
  const sites = error.stack as unknown as NodeJS.CallSite[];
  Reflect.set(Error, 'prepareStackTrace', prepare);
  const frames = sites.map(toRawFrame);
  const last = frames.findLastIndex(({ url }) => url?.startsWith('patternbox') ?? false);
  return frames.slice(0, last + 1);
}

/** A thrown record with everything that a test does not care about. */
export function thrown(about: Partial<ThrownRecord> = {}): ThrownRecord {
  return {
    kind: 'error',
    name: 'Error',
    message: '',
    code: null,
    frames: [],
    cause: null,
    errors: [],
    refusal: null,
    ...about,
  };
}

/** A failure with everything that a test does not care about. */
export function failure(about: Partial<Failure> = {}): Failure {
  return { phase: 'computation', thrown: thrown(), origin: null, stream: null, ...about };
}

/** Runs `start` on the entry's namespace until it throws, and explains that. */
export async function explainRun(
  files: Files,
  start: (namespace: Record<string, (...values: unknown[]) => unknown>) => unknown,
  { debug = false }: { readonly debug?: boolean } = {},
): Promise<RunError> {
  const graph = compile(files);
  const explainer = await createExplainer(graph, { debug });
  try {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 100;
    let caught: unknown;
    try {
      await start(load(graph) as Record<string, () => unknown>);
    } catch (error) {
      caught = error;
      const { name, message } = error as Error;
      const frames = rawFrames(error as Error);
      return explainer.failure(failure({ thrown: thrown({ name, message, frames }) }));
    } finally {
      Error.stackTraceLimit = limit;
    }
    throw new Error(`nothing was thrown (${String(caught)})`);
  } finally {
    explainer.dispose();
  }
}
