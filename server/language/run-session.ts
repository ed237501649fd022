/** One run of one file, from the request until a newer run, a stop or the end of its process. */
import type { OpenRun, RunRequest, StreamEvent } from '../engine/index.ts';
import type { RunResult } from '../protocol/index.ts';
import type { Recording, RunState, RunView } from '../protocol/client.ts';
import type { ReadTexts } from './documents.ts';

/** What the user asked for; a run on save or a full trace asks for it again. */
export interface RunWish {
  readonly exportName?: string;
  readonly input?: unknown;
  readonly debug: boolean;
}

export interface RunSession {
  readonly runId: string;
  readonly path: string;
  readonly uri: string;
  readonly rootUri: string;
  readonly request: RunRequest;
  readonly controller: AbortController;
  /** What the run was made from. */
  readonly texts: ReadTexts;
  /** The events that the pattern has taken, in order. */
  readonly events: StreamEvent[];
  run: OpenRun | undefined;
  /** Its own result once there is one; before that the previous run's, shown greyed. */
  result: RunResult | null;
  /** While the engine works on it: at the start and at every event. */
  busy: boolean;
  /** Whether `result` is of this run. */
  settled: boolean;
  stale: boolean;
}

/** What the user sees of the session. */
export function viewOf(session: RunSession): RunView {
  return {
    runId: session.runId,
    uri: session.uri,
    rootUri: session.rootUri,
    exportName: session.result?.export ?? session.request.exportName ?? null,
    state: stateOf(session),
    alive: session.run?.alive ?? false,
    debug: session.request.debug ?? false,
    result: session.result && withoutTrace(session.result),
  };
}

/** A view is sent after every event; the trace is large and asked for only by who shows it. */
function withoutTrace({ trace: _trace, ...result }: RunResult): RunResult {
  return result;
}

/** What was recorded of the session's own run; null where nothing was. */
export function recordingOf(session: RunSession): Recording | null {
  const { runId, uri, rootUri, settled, result } = session;
  if (!settled || !result?.trace) return null;
  const { file, export: exportName, trace } = result;
  const { truncated } = trace;
  return { runId, uri, rootUri, file, exportName, truncated, events: [...trace.events] };
}

function stateOf({ busy, settled, stale, result }: RunSession): RunState {
  if (busy) return 'running';
  if (!settled || result === null || result.outcome === 'cancelled') return 'stopped';
  if (stale) return 'stale';
  return result.success ? 'fresh' : 'failed';
}

/** Whether some error of the result was shown without all of its frames. */
export function leavesFramesOut({ error, errors }: RunResult): boolean {
  return [error, ...errors].some((each) => each !== null && each.hiddenFrames > 0);
}
