/**
 * The newest run of each file. A file has at most one: a new run, a stop, or the end of the server
 * ends the one before; its process never outlives it here.
 */
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver/node';
import type { Engine, StreamEvent } from '../engine/index.ts';
import {
  noSuchRun,
  type ConsoleLine,
  type Permissions,
  type RunLimits,
  type RunResult,
} from '../protocol/index.ts';
import type { Recording, RunView } from '../protocol/client.ts';
import type { DiagnosticSource } from './checks.ts';
import type { LinkDebugger } from './debugging.ts';
import type { Documents } from './documents.ts';
import { uriOf } from './locations.ts';
import { refuse } from './refusals.ts';
import {
  leavesFramesOut,
  recordingOf,
  viewOf,
  type RunSession,
  type RunWish,
} from './run-session.ts';
import { shiftRange } from './shift.ts';
import { runDiagnostics, staleDiagnostic, type Places } from './to-diagnostics.ts';

export interface Runs extends DiagnosticSource {
  /** With `debugId` the editor's debug session of that name is asked to attach first. */
  readonly start: (path: string, wish: RunWish, debugId?: string) => Promise<RunView>;
  readonly send: (runId: string, event: StreamEvent) => Promise<RunView>;
  /** Ends the matching runs; no filter means all. Gives how many were under way or alive. */
  readonly stop: (filter?: { readonly runId?: string; readonly path?: string }) => number;
  /** The last run with all frames. */
  readonly trace: (path: string) => Promise<RunView | null>;
  /** What was recorded of the newest run, for who shows it and as the result that it is part of. */
  readonly recording: (
    path: string,
  ) => { readonly recording: Recording; readonly result: RunResult } | null;
  /** What the last run of a file asked for. */
  readonly wishOf: (path: string) => RunWish | undefined;
  /** The file is gone: so is everything that its run said. */
  readonly forget: (path: string) => void;
  /** Some text changed: marks what was made from the old one. */
  readonly review: (cancelOnEdit: boolean) => void;
}

export interface RunsOptions {
  readonly engine: () => Engine;
  readonly documents: Documents;
  readonly rootOf: (file: string) => string;
  readonly limits: (path: string) => RunLimits;
  readonly permissions: (path: string) => Permissions;
  readonly placesFor: (root: string) => Places;
  readonly linkDebugger: LinkDebugger;
  readonly onChanged: (view: RunView) => void;
  readonly onConsole: (session: RunSession, line: ConsoleLine) => void;
}

/** Makes the table of runs. */
export function createRuns(options: RunsOptions): Runs {
  const { documents } = options;
  const sessions = new Map<string, RunSession>();
  let count = 0;

  const isCurrent = (session: RunSession) => sessions.get(session.path) === session;

  const publish = (session: RunSession): RunView => {
    const view = viewOf(session);
    if (isCurrent(session)) options.onChanged(view);
    return view;
  };

  const end = (session: RunSession): boolean => {
    const under = session.busy || (session.run?.alive ?? false);
    session.controller.abort();
    session.run?.close();
    return under;
  };

  const begin = (path: string, wish: RunWish): RunSession => {
    const previous = sessions.get(path);
    if (previous) end(previous);
    const root = options.rootOf(path);
    const { exportName, input, debug } = wish;
    const session: RunSession = {
      runId: `${process.pid}-${++count}`,
      path,
      uri: documents.uriOf(path),
      rootUri: uriOf(root),
      request: {
        file: path,
        root,
        debug,
        limits: options.limits(path),
        permissions: options.permissions(path),
        ...(exportName !== undefined && { exportName }),
        ...(input !== undefined && { input }),
      },
      controller: new AbortController(),
      texts: new Map(),
      events: [],
      run: undefined,
      result: previous?.result ?? null,
      busy: true,
      settled: false,
      stale: false,
    };
    sessions.set(path, session);
    publish(session);
    return session;
  };

  const start: Runs['start'] = async (path, wish, debugId) => {
    const session = begin(path, wish);
    try {
      const run = await documents.recording(session.texts, () =>
        options.engine().open(session.request, {
          signal: session.controller.signal,
          onConsole: (line) => options.onConsole(session, line),
          ...(debugId !== undefined && {
            debugger: options.linkDebugger(debugId, path, session.runId),
          }),
        }),
      );
      session.run = run;
      session.result = run.result;
      session.settled = true;
      session.stale = !documents.unchanged(session.texts);
      if (!isCurrent(session) || session.controller.signal.aborted) run.close();
      run.onEnd((result) => {
        // An end that was asked for takes nothing away from what the run has shown.
        if (!session.controller.signal.aborted) session.result = result;
        publish(session);
      });
    } finally {
      session.busy = false;
      publish(session);
    }
    return viewOf(session);
  };

  const send = async (runId: string, event: StreamEvent): Promise<RunView> => {
    const session = [...sessions.values()].find((each) => each.runId === runId);
    if (!session?.run?.alive) throw refuse(noSuchRun({}));
    session.busy = true;
    publish(session);
    try {
      session.result = await session.run.send(event);
      session.events.push(event);
    } finally {
      session.busy = false;
      publish(session);
    }
    return viewOf(session);
  };

  const stop: Runs['stop'] = (filter = {}) => {
    const { runId, path } = filter;
    let stopped = 0;
    for (const session of sessions.values()) {
      if (runId !== undefined && session.runId !== runId) continue;
      if (path !== undefined && session.path !== path) continue;
      if (!end(session)) continue;
      stopped++;
      publish(session);
    }
    return stopped;
  };

  const trace = async (path: string): Promise<RunView | null> => {
    const session = sessions.get(path);
    if (!session) return null;
    const view = viewOf(session);
    const { result } = session;
    if (result === null) return view;
    if (session.request.debug || !leavesFramesOut(result)) return { ...view, result };
    const request = { ...session.request, debug: true, send: session.events };
    const full = await options.engine().run(request);
    return { ...view, debug: true, result: full };
  };

  const review = (cancelOnEdit: boolean): void => {
    for (const session of sessions.values()) {
      const stale = !documents.unchanged(session.texts);
      if (stale && cancelOnEdit && end(session)) publish(session);
      if (stale === session.stale) continue;
      session.stale = stale;
      publish(session);
    }
  };

  const byPathOf = (session: RunSession) =>
    session.result !== null
      ? runDiagnostics(session.result, options.placesFor(session.request.root ?? ''))
      : new Map<string, LspDiagnostic[]>();

  return Object.freeze<Runs>({
    start,
    send,
    stop,
    trace,
    review,
    forget: (path) => {
      const session = sessions.get(path);
      if (!session) return;
      end(session);
      sessions.delete(path);
      options.onChanged(viewOf(session));
    },
    recording: (path) => {
      const session = sessions.get(path);
      const recording = session ? recordingOf(session) : null;
      return recording && session?.result ? { recording, result: session.result } : null;
    },
    wishOf: (path) => {
      const request = sessions.get(path)?.request;
      return request && { ...request, debug: request.debug ?? false };
    },
    paths: () => new Set([...sessions.values()].flatMap((each) => [...byPathOf(each).keys()])),
    of: (path) =>
      [...sessions.values()].flatMap((session) => {
        const found = byPathOf(session).get(path) ?? [];
        if (!session.stale) return found;
        const before = session.texts.get(path);
        const after = documents.files.read(path);
        return found.map((each) => {
          const known = before !== undefined && after !== undefined;
          const range = known ? shiftRange(before, after, each.range) : each.range;
          return staleDiagnostic(each, range);
        });
      }),
  });
}
