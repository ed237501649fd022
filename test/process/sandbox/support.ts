/** A pool over real processes, and hand-written modules for it. */
import { afterAll, beforeAll } from 'vitest';
import type {
  EndReason,
  LinkedImport,
  ModuleRecord,
  RunLimits,
} from '../../../server/protocol/index.ts';
import { defaultLimits } from '../../../server/protocol/index.ts';
import type { Failure, Snapshot } from '../../../server/protocol/wire.ts';
import { createPool } from '../../../server/sandbox/index.ts';
import type { OpenRequest, Pool, PoolOptions, SandboxRun } from '../../../server/sandbox/index.ts';
import { rmSync } from 'node:fs';
import { buildSandbox } from './build-sandbox.ts';

export type Modules = Readonly<Record<string, string>>;

/** A functor around a body, on one line, so that columns can be counted. */
export const functor = (body: string): string =>
  `(function (exports, require, $pb, $s) { "use strict"; const api = require("commonfabric"); ${body} })`;

/** A module whose default export is a pattern with this body; `api` and `argument` are in scope. */
export const patternOf = (body: string): string =>
  functor(`exports.default = api.pattern((argument) => { ${body} });`);

function importsOf(code: string, modules: Modules): LinkedImport[] {
  const specifiers = [...code.matchAll(/require\("([^"]+)"\)/gu)].map(([, name]) => name ?? '');
  return specifiers.flatMap((specifier): LinkedImport[] => {
    if (specifier === 'commonfabric') {
      return [{ specifier, target: { kind: 'runtime', name: 'commonfabric' } }];
    }
    return specifier in modules ? [{ specifier, target: { kind: 'module', path: specifier } }] : [];
  });
}

/** Records of hand-written functors; the first one is the entry. */
export function recordsOf(modules: Modules): ModuleRecord[] {
  return Object.entries(modules).map(([path, code]) => ({
    path,
    hash: '00000000',
    sourceURL: `patternbox:///${path}?00000000`,
    code,
    imports: importsOf(code, modules),
    facts: [],
    generation: 'commonfabric',
  }));
}

export interface Outcome {
  readonly run: SandboxRun;
  readonly lines: { readonly level: string; readonly text: string }[];
  readonly failures: Failure[];
  readonly result: unknown;
  readonly ended: EndReason | null;
  readonly snapshot: Snapshot | null;
}

export interface Options extends Partial<Omit<OpenRequest, 'limits' | 'records'>> {
  readonly limits?: Partial<RunLimits>;
  readonly signal?: AbortSignal;
}

/** Opens hand-written modules and collects what they report. */
export async function openIn(
  pool: Pool,
  modules: Modules,
  options: Options = {},
): Promise<Outcome> {
  const lines: Outcome['lines'] = [];
  const failures: Failure[] = [];
  const { limits, signal, ...rest } = options;
  const run = await pool.open(
    {
      records: recordsOf(modules),
      entry: Object.keys(modules)[0] ?? '',
      exportName: 'default',
      trace: false,
      ...rest,
      limits: { ...defaultLimits, ...limits },
    },
    {
      onConsole: ({ level, text }) => void lines.push({ level, text }),
      onFailure: (failure) => void failures.push(failure),
    },
    signal,
  );
  return {
    run,
    lines,
    failures,
    get result() {
      return run.snapshot?.result;
    },
    get ended() {
      return run.ended;
    },
    get snapshot() {
      return run.snapshot;
    },
  };
}

export interface TestPool {
  readonly pool: () => Pool;
  readonly sandboxDir: () => string;
  /** Opens, and closes at once. */
  readonly runOnce: (modules: Modules, options?: Options) => Promise<Outcome>;
}

/** A pool for one test file, gone with all its processes after it. */
export function useSandbox(options: Partial<PoolOptions> = {}): TestPool {
  let pool: Pool | undefined;
  let sandboxDir = '';
  beforeAll(async () => {
    sandboxDir = await buildSandbox();
    // The same tests on another runtime: PATTERNBOX_TEST_NODE=/path/to/node.
    const execPath = process.env['PATTERNBOX_TEST_NODE'];
    pool = createPool({
      sandboxDir,
      spares: 1,
      ...(execPath === undefined ? {} : { execPath }),
      ...options,
    });
  });
  afterAll(async () => {
    await pool?.dispose();
    rmSync(sandboxDir, { recursive: true, force: true });
  });
  const use = (): Pool => {
    if (!pool) throw new Error('The pool exists within tests only.');
    return pool;
  };
  return {
    pool: use,
    sandboxDir: () => sandboxDir,
    runOnce: async (modules, runOptions) => {
      const outcome = await openIn(use(), modules, runOptions);
      outcome.run.close();
      return outcome;
    },
  };
}
