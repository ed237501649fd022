/** The one door to running patterns: `createEngine`. */
import path from 'node:path';
import { createCompiler } from '../compile/index.ts';
import { compiledPlace, diagnosticError } from '../explain/index.ts';
import { createPool } from '../sandbox/index.ts';
import { explainWords, runCancelled } from '../protocol/index.ts';
import type { RunError, RunResult } from '../protocol/index.ts';
import type { CheckResult, Engine, FileSource, OpenRun, RunOptions, RunRequest } from './api.ts';
import { makeAccumulator } from './accumulator.ts';
import { chooseExport } from './choose-export.ts';
import { DebugRefused } from './debug.ts';
import { errorOf } from './errors.ts';
import { readFixtures } from './fixtures.ts';
import { prepare } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { internalError, openRun } from './run.ts';
import { findRoot, isInside, relativeTo } from './root.ts';
import { isTraced, makeTraceLog } from './trace.ts';

export type * from './api.ts';
export { createDiskFileSource } from '../compile/index.ts';
export { resolveReadRule } from '../grants/index.ts';
export { measureStarts, type StartTimes } from '../sandbox/index.ts';
export { errorOf } from './errors.ts';
export { fixturesFileOf } from './fixtures.ts';
export { findRoot, isInside, relativeTo };

export interface EngineOptions {
  readonly files: FileSource;
  /** The folder of the built bundles; the sandbox's own are in `sandbox` below it. */
  readonly distDir: string;
  /** Runs at the same time; more wait. */
  readonly concurrency?: number;
  /** Warm processes kept ready. */
  readonly spares?: number;
  /** Whether a spare that was taken is replaced; default: yes. */
  readonly refill?: boolean;
}

const noUsage = {
  executionTimeMs: 0,
  cpuTimeMs: 0,
  memoryUsedMb: 0,
  outputBytes: 0,
  wallTimeMs: 0,
};

/** Makes an engine with its own compiler cache and its own pool of sandbox processes. */
export function createEngine(options: EngineOptions): Engine {
  const compiler = createCompiler({ files: options.files });
  const debugCompiler = createCompiler({ files: options.files, debuggable: true });
  const pool = createPool({
    sandboxDir: path.join(options.distDir, 'sandbox'),
    ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
    ...(options.spares === undefined ? {} : { spares: options.spares }),
    ...(options.refill === undefined ? {} : { refill: options.refill }),
  });
  let runs = 0;

  const open = async (request: RunRequest, runOptions: RunOptions = {}): Promise<OpenRun> => {
    const id = `run-${++runs}`;
    let prepared: Prepared | undefined;
    try {
      prepared = await prepare(runOptions.debugger ? debugCompiler : compiler, request);
      const { graph } = prepared;
      if (graph === null) return over(id, failedResult(prepared, request, staticError(prepared)));
      const chosen = chooseExport(prepared.file, request.exportName, prepared.patterns);
      if ('refusal' in chosen) {
        return over(id, failedResult(prepared, request, errorOf('RuntimeError', chosen.refusal)));
      }
      if (runOptions.signal?.aborted) {
        const error = errorOf('CancelledError', runCancelled({}));
        return over(id, failedResult(prepared, request, error));
      }
      const found = readFixtures(options.files, request.file);
      if ('error' in found) return over(id, failedResult(prepared, request, found.error));
      const { fixtures } = found;
      return await openRun(
        id,
        pool,
        { ...prepared, graph, fixtures },
        chosen.name,
        request,
        runOptions,
      );
    } catch (error) {
      const reason = error instanceof DebugRefused ? error.error : internalError(error);
      return over(id, failedResult(prepared, request, reason));
    }
  };

  return Object.freeze<Engine>({
    open,
    run: async (request, runOptions) => {
      const run = await open(request, runOptions);
      run.close();
      return run.result;
    },
    check: async (file, root): Promise<CheckResult> => {
      const prepared = await prepare(compiler, { file, root });
      return {
        file: prepared.file,
        diagnostics: prepared.diagnostics,
        patterns: prepared.patterns,
      };
    },
    compiled: async (file, root, at) => {
      const entry = path.resolve(file);
      const { graph } = compiler.compile({ entry, root: path.resolve(root ?? findRoot(entry)) });
      const record = graph?.records.find((each) => each.path === graph.entry);
      const source = graph?.sources.get(graph.entry);
      if (!record || !source) return null;
      return { code: record.code, at: at ? await compiledPlace(source, at) : null };
    },
    selfTest: () => pool.selfTest(),
    debugTest: () => pool.debugTest(),
    dispose: () => pool.dispose(),
  });
}

/** The first static error as the run's error; there is one whenever the graph was withheld. */
function staticError({ diagnostics, sources }: Prepared): RunError {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  return first
    ? diagnosticError(first, sources.get(first.file))
    : internalError(explainWords.compilerWithoutReason);
}

function failedResult(
  prepared: Prepared | undefined,
  request: RunRequest,
  error: RunError,
): RunResult {
  const accumulator = makeAccumulator({
    file: prepared?.file ?? path.basename(request.file),
    exportName: request.exportName ?? 'default',
    diagnostics: prepared?.diagnostics ?? [],
    ...(isTraced(request) ? { trace: makeTraceLog(() => null) } : {}),
  });
  accumulator.error(error);
  const result = accumulator.build(null, null, noUsage);
  return error.type === 'CancelledError' ? { ...result, outcome: 'cancelled' } : result;
}

/** A run that never started a process. */
function over(id: string, result: RunResult): OpenRun {
  return Object.freeze<OpenRun>({
    id,
    result,
    alive: false,
    participants: [],
    send: () => Promise.resolve(result),
    advance: () => Promise.resolve(result),
    read: () => Promise.resolve(undefined),
    locate: () => null,
    close: () => undefined,
    onEnd: () => undefined,
  });
}
