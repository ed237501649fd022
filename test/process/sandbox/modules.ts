/** Hand-written modules, and a way to open them in a pool. */
import type {
  EndReason,
  LinkedImport,
  ModuleRecord,
  RunLimits,
} from '../../../server/protocol/index.ts';
import { defaultLimits } from '../../../server/protocol/index.ts';
import type { Failure, Snapshot } from '../../../server/protocol/wire.ts';
import type { OpenRequest, Pool, RunEvents, SandboxRun } from '../../../server/sandbox/index.ts';

export type Modules = Readonly<Record<string, string>>;

/** A functor around a body, on one line, so that columns can be counted. */
export const functor = (body: string): string =>
  `(function (exports, require, $pb, $s, $b) { "use strict"; const api = require("commonfabric"); ${body} })`;

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
  onConsole?: RunEvents['onConsole'],
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
      onConsole: (line) => {
        lines.push({ level: line.level, text: line.text });
        onConsole?.(line);
      },
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
