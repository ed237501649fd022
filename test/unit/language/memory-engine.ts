/**
 * An engine without processes, for the tests of the language server. What a pattern does is written
 * in its text: `// boom` throws there, `// hang` never ends, `// import x.ts` reads a sibling,
 * `// finding` is a static error, `// count` makes a counter that answers its stream.
 */
import path from 'node:path';
import type {
  CheckResult,
  Engine,
  FileSource,
  OpenRun,
  RunOptions,
  RunRequest,
} from '../../../server/engine/api.ts';
import type { Location, RunError, RunResult } from '../../../server/protocol/index.ts';

export interface MemoryEngine extends Engine {
  readonly checked: string[];
  readonly requests: RunRequest[];
  /** Ends the process of the newest run as a crash would. */
  crash: () => void;
  alive: number;
  disposed: number;
}

interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function modules(files: FileSource, entry: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (file: string): void => {
    const text = files.read(file);
    if (text === undefined || found.has(file)) return;
    found.set(file, text);
    for (const [, name] of text.matchAll(/\/\/ import (\S+)/g)) {
      visit(path.join(path.dirname(file), name ?? ''));
    }
  };
  visit(entry);
  return found;
}

function findMarks(texts: Map<string, string>, root: string, mark: string): Found[] {
  return [...texts].flatMap(([file, text]) =>
    text.split('\n').flatMap((content, index) => {
      const at = content.indexOf(mark);
      if (at < 0) return [];
      return [{ file: path.relative(root, file), line: index + 1, column: at + 1 }];
    }),
  );
}

export function runError(location: Location | null, more: Partial<RunError> = {}): RunError {
  return {
    type: 'RuntimeError',
    code: 'PB1201',
    name: 'TypeError',
    message: 'boom',
    location,
    frames: location ? [{ ...location, function: 'total', kind: 'pattern', mapped: true }] : [],
    hiddenFrames: 2,
    codeFrame: null,
    cause: null,
    errors: [],
    help: null,
    ...more,
  };
}

export function runResult(file: string, more: Partial<RunResult> = {}): RunResult {
  return {
    schemaVersion: 1,
    success: true,
    outcome: 'completed',
    file,
    export: 'default',
    exports: [{ name: 'default', kind: 'pattern' }],
    error: null,
    errors: [],
    diagnostics: [],
    waiting: [],
    console: [],
    usage: { executionTimeMs: 1, cpuTimeMs: 1, memoryUsedMb: 1, outputBytes: 0, wallTimeMs: 1 },
    ...more,
  };
}

/** Makes the engine over a file source. */
export function createMemoryEngine(files: FileSource): MemoryEngine {
  let newest: { end: (result: RunResult) => void } | undefined;

  const evaluate = (request: RunRequest): RunResult => {
    const root = request.root ?? path.dirname(request.file);
    const file = path.relative(root, request.file);
    const texts = modules(files, request.file);
    const [boom] = findMarks(texts, root, '// boom');
    if (boom) {
      const outer = { function: 'body', file, line: 1, column: 1, kind: 'pattern', mapped: true };
      const error = runError(boom);
      const frames = [...error.frames, outer as RunError['frames'][number]];
      const shown = request.debug ? { frames, hiddenFrames: 0 } : { frames };
      return runResult(file, { success: false, outcome: 'failed', error: { ...error, ...shown } });
    }
    const text = texts.get(request.file) ?? '';
    const value = { text, input: request.input ?? null, count: request.send?.length ?? 0 };
    return runResult(file, { result: value, export: request.exportName ?? 'default' });
  };

  const open = async (request: RunRequest, options: RunOptions = {}): Promise<OpenRun> => {
    engine.requests.push(request);
    await Promise.resolve();
    const text = modules(files, request.file).get(request.file) ?? '';
    if (text.includes('// throw internally')) throw new Error('engine fault');
    if (text.includes('// hang')) {
      await new Promise((resolve) => options.signal?.addEventListener('abort', resolve));
      const error = runError(null, { type: 'CancelledError', code: 'PB1501' });
      return dead(runResult('', { success: false, outcome: 'cancelled', error }));
    }
    options.onConsole?.({ level: 'log', text: 'hello', file: 'a.tsx', line: 1, column: 1 });
    return live(evaluate(request));
  };

  const live = (first: RunResult): OpenRun => {
    let result = first;
    let alive = true;
    engine.alive++;
    const listeners: ((result: RunResult) => void)[] = [];
    const die = () => {
      if (alive) engine.alive--;
      alive = false;
    };
    newest = {
      end: (last) => {
        die();
        result = last;
        for (const listener of listeners) listener(last);
      },
    };
    return {
      id: 'memory',
      get result() {
        return result;
      },
      participants: [],
      get alive() {
        return alive;
      },
      send: ({ stream, event }) => {
        const before = result.result as { count: number };
        result = { ...result, result: { ...before, count: before.count + 1, stream, event } };
        return Promise.resolve(result);
      },
      advance: () => Promise.resolve(result),
      read: () => Promise.resolve(undefined),
      locate: () => null,
      close: die,
      onEnd: (listener) => void listeners.push(listener),
    };
  };

  const engine: MemoryEngine = {
    checked: [],
    requests: [],
    alive: 0,
    disposed: 0,
    crash: () =>
      newest?.end(
        runResult('a.tsx', { success: false, outcome: 'crashed', error: runError(null) }),
      ),
    open,
    run: (request) => {
      engine.requests.push(request);
      return Promise.resolve(evaluate(request));
    },
    compiled: () => Promise.resolve(null),
    check: (file, root = path.dirname(file)): Promise<CheckResult> => {
      const texts = modules(files, file);
      engine.checked.push(texts.get(file) ?? '');
      const diagnostics = findMarks(texts, root, '// finding').map((found) => ({
        code: 'PB1101',
        severity: 'error' as const,
        message: 'not allowed here',
        file: found.file,
        range: { start: found, end: { line: found.line, column: found.column + 10 } },
        help: { text: 'Write const.', fix: 'const' },
      }));
      const patterns = findMarks(texts, root, 'pattern(')
        .filter((found) => found.file === path.relative(root, file))
        .map(({ line, column }) => ({
          exportName: 'default',
          line,
          column,
          endLine: line,
          endColumn: column + 7,
        }));
      return Promise.resolve({ file: path.relative(root, file), diagnostics, patterns });
    },
    debugTest: () => Promise.resolve([]),
    selfTest: () =>
      Promise.resolve([{ name: 'memory', active: true, required: true, text: 'always' }]),
    dispose: () => {
      engine.disposed++;
      return Promise.resolve();
    },
  };
  return engine;
}

function dead(result: RunResult): OpenRun {
  return {
    id: 'memory',
    result,
    participants: [],
    alive: false,
    send: () => Promise.resolve(result),
    advance: () => Promise.resolve(result),
    read: () => Promise.resolve(undefined),
    locate: () => null,
    close: () => undefined,
    onEnd: () => undefined,
  };
}
