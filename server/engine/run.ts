/** One run, from prepared graph to result: the sandbox's reports on one side, explained on the other. */
import path from 'node:path';
import { openGrants } from '../grants/index.ts';
import type { Home } from '../grants/index.ts';
import { createExplainer } from '../explain/index.ts';
import type { Explainer } from '../explain/index.ts';
import type { EndReason, Pool, RunEvents, SandboxRun } from '../sandbox/index.ts';
import {
  defaultLimits,
  exportMissing,
  internalFault,
  noPermissions,
  refusedGlobal,
  runOver,
  streamMissing,
} from '../protocol/index.ts';
import type {
  ConsoleLine,
  Diagnostic,
  Fixtures,
  Location,
  ModuleGraph,
  RunResult,
} from '../protocol/index.ts';
import type { OpenRun, RunOptions, RunRequest, StreamEvent, Turn } from './api.ts';
import { makeAccumulator } from './accumulator.ts';
import type { Accumulator, RunState } from './accumulator.ts';
import { debuggingOf } from './debug.ts';
import { errorOf } from './errors.ts';
import { findingDiagnostics } from './findings.ts';
import { findRoot } from './root.ts';
import { streamsOf } from './streams.ts';
import { isTraced, makeTraceLog } from './trace.ts';
import type { Prepared } from './prepare.ts';

interface RunParts {
  readonly id: string;
  readonly graph: ModuleGraph;
  readonly explainer: Explainer;
  readonly accumulator: Accumulator;
  readonly exportName: string;
  readonly request: RunRequest;
  readonly startedAt: number;
  readonly fixtures: Fixtures | undefined;
}

/** Opens a prepared graph in a sandbox process, sends the request's events, and stays for more. */
export async function openRun(
  id: string,
  pool: Pool,
  prepared: Prepared & {
    readonly graph: ModuleGraph;
    readonly fixtures: Fixtures | undefined;
  },
  exportName: string,
  request: RunRequest,
  options: RunOptions,
): Promise<OpenRun> {
  const startedAt = performance.now();
  const debug = request.debug ?? false;
  const explainer = await createExplainer(prepared.graph, { debug });
  const trace = isTraced(request) ? makeTraceLog(explainer.origin) : undefined;
  const accumulator = makeAccumulator({
    file: prepared.file,
    exportName,
    diagnostics: applicable(prepared.diagnostics, request),
    ...(trace === undefined ? {} : { trace }),
  });
  const parts = {
    id,
    graph: prepared.graph,
    explainer,
    accumulator,
    exportName,
    request,
    startedAt,
    fixtures: prepared.fixtures,
  };
  try {
    const sandboxed = await pool.open(
      {
        ...openRequest(parts),
        ...(options.debugger && {
          debug: debuggingOf(prepared.graph, prepared.root, options.debugger),
        }),
      },
      {
        onConsole: (line) => {
          const at = report(parts, line, options);
          trace?.place('console', at);
        },
        onFailure: (failure) => {
          const error = explainer.failure(failure);
          accumulator.error(error);
          trace?.place('failure', error.location);
        },
        onTrace: (event) => trace?.add(event),
      },
      options.signal,
    );
    return await drive(parts, sandboxed);
  } catch (error) {
    explainer.dispose();
    throw error;
  }
}

function openRequest({
  graph,
  exportName,
  fixtures,
  request,
}: RunParts): Parameters<Pool['open']>[0] {
  const { input, seed, clock, permissions = noPermissions, test } = request;
  const host = openGrants(permissions, homeOf(request));
  return {
    records: graph.records,
    entry: graph.entry,
    exportName,
    limits: { ...defaultLimits, ...request.limits },
    trace: isTraced(request),
    ...(fixtures === undefined ? {} : { fixtures }),
    ...(host === null ? {} : { host }),
    ...(test === undefined ? {} : { test }),
    ...(input === undefined ? {} : { argument: input }),
    ...(seed === undefined ? {} : { seed }),
    ...(clock === undefined ? {} : { clock }),
  };
}

/** That the network refuses is not said where the user has allowed some of it. */
function applicable(diagnostics: readonly Diagnostic[], { permissions }: RunRequest): Diagnostic[] {
  const refusing = refusedGlobal.definition.code;
  return diagnostics.filter(({ code }) => code !== refusing || !permissions?.net.length);
}

/** Where the pattern of a request is. */
function homeOf(request: RunRequest): Home {
  const file = path.resolve(request.file);
  return { folder: path.dirname(file), root: path.resolve(request.root ?? findRoot(file)) };
}

/** Keeps and passes on a console line; gives its place. */
function report(
  { explainer, accumulator }: RunParts,
  line: Parameters<RunEvents['onConsole']>[0],
  options: RunOptions,
): Location | null {
  const at = explainer.locate(line.frames);
  const shown: ConsoleLine = {
    level: line.level,
    text: line.text,
    file: at?.file ?? null,
    line: at?.line ?? null,
    column: at?.column ?? null,
    ...(line.loading === true ? { loading: true } : {}),
    ...(line.participant === undefined ? {} : { participant: line.participant }),
  };
  accumulator.console(shown);
  options.onConsole?.(shown);
  return at;
}

/** Sends the request's events, then hands over a run that takes more. */
async function drive(parts: RunParts, sandboxed: SandboxRun): Promise<OpenRun> {
  const { accumulator, explainer, exportName, graph, request } = parts;
  let end: EndReason | null = null;
  let result: RunResult | undefined;
  let wallTimeMs = 0;

  /** `since`: when the command began that is now over. Idle time is nobody's time. */
  const settle = (since?: number): RunResult => {
    if (since !== undefined) wallTimeMs = round(performance.now() - since);
    if (sandboxed.ended !== null && end === null) {
      end = sandboxed.ended;
      if (end.kind !== 'closed') accumulator.error(explainer.ended(end));
      explainer.dispose();
    }
    result = accumulator.build(stateOf(parts, sandboxed), end, {
      ...sandboxed.usage(),
      wallTimeMs,
    });
    return result;
  };

  const send = async (sent: StreamEvent, turn?: Turn): Promise<void> => {
    const { stream } = sent;
    const available = streamsOf(sandboxed.snapshot?.result);
    if (!available.includes(stream)) {
      accumulator.error(errorOf('RuntimeError', streamMissing({ stream, available })));
      return;
    }
    await sandboxed.send(sent, turn);
  };

  const exported = sandboxed.snapshot?.exports.map(({ name }) => name) ?? [];
  if (sandboxed.ended === null && sandboxed.snapshot && !exported.includes(exportName)) {
    const missing = exportMissing({ file: graph.entry, name: exportName, available: exported });
    if (settle(parts.startedAt).error === null) accumulator.error(errorOf('RuntimeError', missing));
  }
  for (const event of request.send ?? []) {
    if (sandboxed.ended !== null) break;
    await send(event);
  }
  settle(parts.startedAt);

  return Object.freeze<OpenRun>({
    id: parts.id,
    get result() {
      return result ?? settle();
    },
    get participants() {
      return sandboxed.snapshot?.participants ?? [];
    },
    get alive() {
      return sandboxed.ended === null;
    },
    send: async (event, turn) => {
      const since = performance.now();
      if (sandboxed.ended !== null) accumulator.error(errorOf('CancelledError', runOver({})));
      else await send(event, turn);
      return settle(since);
    },
    advance: async (how, turn) => {
      const since = performance.now();
      await sandboxed.advance(how, turn);
      return settle(since);
    },
    read: async (keys, turn, participant) => {
      const value = await sandboxed.read(keys, turn, participant);
      settle();
      return value;
    },
    locate: (origin) => explainer.origin(origin),
    close: () => {
      sandboxed.close();
    },
    onEnd: (listener) => {
      void sandboxed.end.then(() => listener(settle()));
    },
  });
}

function stateOf({ explainer, graph }: RunParts, { snapshot }: SandboxRun): RunState | null {
  if (snapshot === null) return null;
  return {
    exports: snapshot.exports,
    ...(snapshot.result === undefined ? {} : { result: snapshot.result }),
    waiting: snapshot.waiting.map((waiting) => ({
      at: explainer.locate(waiting.frames) ?? (waiting.origin && explainer.origin(waiting.origin)),
      for: waiting.for,
    })),
    findings: findingDiagnostics(
      snapshot.findings,
      graph.entry,
      ({ frames, origin }) =>
        explainer.locate(frames ?? []) ?? (origin && explainer.origin(origin)),
    ),
  };
}

/** Milliseconds to a hundredth: more would only be noise. */
export function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}

/** The error for something that only a bug of ours can cause. */
export function internalError(error: unknown): ReturnType<typeof errorOf> {
  const detail = error instanceof Error ? error.message : String(error);
  return errorOf('InternalError', internalFault({ detail }));
}
