/**
 * The contract between the editor's extension and the language server, beyond standard LSP: one
 * entry per message, with the schemas that both sides validate with and derive their types from.
 */
import * as v from 'valibot';
import { RunResultSchema, RunTraceSchema } from './client-result.ts';
import { TestCase, TestCaseReport, TestFileReport } from './client-tests.ts';
import { grantBounds, problemOfRule, type PermissionScope } from './permissions.ts';
import { limits, runOnChoices, type LimitName } from './settings.ts';
import { reasonWords } from './messages/reason-words.ts';

/** A request of the extension; the server answers with `result` or one clear sentence. */
export interface RequestContract<
  P extends v.GenericSchema = v.GenericSchema,
  R extends v.GenericSchema = v.GenericSchema,
> {
  readonly method: string;
  readonly params: P;
  readonly result: R;
}

export interface NotificationContract<P extends v.GenericSchema = v.GenericSchema> {
  readonly method: string;
  readonly params: P;
}

const request = <P extends v.GenericSchema, R extends v.GenericSchema>(
  method: string,
  params: P,
  result: R,
): RequestContract<P, R> => Object.freeze({ method: `patternbox/${method}`, params, result });

const notification = <P extends v.GenericSchema>(
  method: string,
  params: P,
): NotificationContract<P> => Object.freeze({ method: `patternbox/${method}`, params });

const bounded = (name: LimitName) =>
  v.pipe(
    v.number(),
    v.integer(),
    v.minValue(limits[name].minimum),
    v.maxValue(limits[name].maximum),
  );

/** Rules of one scope that were checked one by one. */
const rules = (scope: PermissionScope) =>
  v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.check((text) => problemOfRule(scope, text) === null, reasonWords.isNoRule),
      ),
    ),
    v.maxLength(grantBounds.rules),
    v.readonly(),
  );

const Uri = v.pipe(v.string(), v.maxLength(4096), v.regex(/^[a-z][a-z0-9+.-]*:/i));
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Base0 = v.object({ line: Count, character: Count });
const RunId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const DebugId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/** What the user's settings say, in the units of the engine. */
export const ClientSettings = v.object({
  runOn: v.picklist(runOnChoices),
  limits: v.object({
    timeoutMs: bounded('run.timeout'),
    cpuTimeoutMs: bounded('run.cpuTimeout'),
    memoryMb: bounded('run.memory'),
    maxOutputBytes: bounded('run.maxOutput'),
  }),
  permissions: v.object({ read: rules('read'), net: rules('net'), env: rules('env') }),
  concurrency: bounded('run.concurrency'),
  cancelOnEdit: v.boolean(),
  debug: v.boolean(),
  requireAllLayers: v.boolean(),
  codeLens: v.boolean(),
});
export type ClientSettings = v.InferOutput<typeof ClientSettings>;

/** The `initializationOptions`, sent again whenever they change. */
export const Configuration = v.object({
  settings: ClientSettings,
  /** The folders of a workspace that has several, each with what its own settings say. */
  folders: v.optional(v.array(v.object({ uri: Uri, settings: ClientSettings })), []),
  /** False in a restricted workspace: static checks work, nothing runs. */
  trusted: v.boolean(),
});
export type Configuration = v.InferOutput<typeof Configuration>;

/** fresh: of the current text; stale: the text has changed since; stopped: cancelled by the user. */
export const RunState = v.picklist(['running', 'fresh', 'failed', 'stale', 'stopped']);
export type RunState = v.InferOutput<typeof RunState>;

/** Everything that the editor shows of the newest run of one file. */
export const RunView = v.object({
  runId: RunId,
  /** The pattern file. */
  uri: Uri,
  /** The folder that the `file` fields of the result are relative to. */
  rootUri: Uri,
  exportName: v.nullable(v.string()),
  state: RunState,
  /** Whether the pattern still answers events. */
  alive: v.boolean(),
  debug: v.boolean(),
  /** The last result without its trace; while the first run is under way there is none. */
  result: v.nullable(RunResultSchema),
});
export type RunView = v.InferOutput<typeof RunView>;

export const Layer = v.object({
  name: v.string(),
  active: v.boolean(),
  /** Nothing runs without it. */
  required: v.boolean(),
  text: v.string(),
});
export type Layer = v.InferOutput<typeof Layer>;
const Layers = v.object({ layers: v.array(Layer) });

/** The scheme of documents that show compiled code. */
export const compiledScheme = 'patternbox-compiled';

/** The address of the compiled form of a file, from the address of the file. */
export function compiledUriOf(uri: string): string {
  return `${uri.replace(/^file:(?:\/\/)?/, `${compiledScheme}:`)}.js`;
}

/** The runtime trace of the newest run of one file. */
export const Recording = v.object({
  runId: RunId,
  uri: Uri,
  /** The folder that the places are relative to. */
  rootUri: Uri,
  file: v.string(),
  exportName: v.string(),
  ...RunTraceSchema.entries,
});
export type Recording = v.InferOutput<typeof Recording>;
const TestRunId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/** The requests, extension to server. */
export const requests = Object.freeze({
  /** Runs a file and keeps the pattern alive for events. Answers when it is idle. */
  run: request(
    'run',
    v.object({
      uri: Uri,
      exportName: v.optional(Name),
      input: v.optional(v.unknown()),
      debug: v.optional(v.boolean()),
      /** Run it under a debugger: the server asks for one with `attach`, and waits. */
      debugId: v.optional(DebugId),
    }),
    RunView,
  ),
  send: request(
    'send',
    v.object({ runId: RunId, stream: Name, event: v.optional(v.unknown()) }),
    RunView,
  ),
  /** Ends one run, the run of a file, or all of them. Answers how many. */
  stop: request(
    'stop',
    v.object({ runId: v.optional(RunId), uri: v.optional(Uri) }),
    v.object({ stopped: v.number() }),
  ),
  /** Kills every process, forgets every cache and proves the layers again. */
  restartSandbox: request('restartSandbox', v.object({}), Layers),
  selfTest: request('selfTest', v.object({}), Layers),
  /** The last run of a file with every frame, by kind; runs it again if frames were left out. */
  trace: request('trace', v.object({ uri: Uri }), v.object({ view: v.nullable(RunView) })),
  /** What happened in the last run of a file; null where it was not recorded. Runs nothing. */
  recording: request(
    'recording',
    v.object({ uri: Uri }),
    v.object({ recording: v.nullable(Recording) }),
  ),
  /** The same for a standard viewer, in the Chrome trace-event format. Refuses where there is none. */
  exportRecording: request(
    'exportRecording',
    v.object({ uri: Uri }),
    v.object({ name: v.string(), text: v.string() }),
  ),
  /** Where an authored place is in the compiled form of its file, which is a document of its own. */
  compiled: request(
    'compiled',
    v.object({ uri: Uri, position: Base0 }),
    v.object({ uri: Uri, position: Base0 }),
  ),
  /** The tests that can be read off the text of a file; runs nothing. */
  testOutline: request(
    'testOutline',
    v.object({ uri: Uri }),
    v.object({ cases: v.array(TestCase) }),
  ),
  /** Runs a test file, or replays a scenario file against the pattern beside it. Cancel kills. */
  test: request(
    'test',
    v.object({
      testRunId: TestRunId,
      uri: Uri,
      /** Only these scenarios; the steps of a test build on each other and always run together. */
      only: v.optional(v.array(Name)),
      /** As in `run`. */
      debugId: v.optional(DebugId),
    }),
    TestFileReport,
  ),
});

/** The requests, server to extension. */
export const serverRequests = Object.freeze({
  /**
   * A process waits for the debugger of a session. Answered once the debugger has set its
   * breakpoints; the pattern is opened then.
   */
  attach: request(
    'attach',
    v.object({
      debugId: DebugId,
      /** Whoever knows the address controls the process. */
      address: v.pipe(v.string(), v.regex(/^ws:\/\/127\.0\.0\.1:\d{1,5}\/[0-9a-f-]{36}$/)),
      /** Layers of the sandbox that this run does without. */
      off: v.array(v.string()),
      /** The same, and what else is different, as a sentence. */
      notice: v.string(),
      /** Ends the run, if the editor can. */
      runId: v.optional(RunId),
    }),
    v.object({}),
  ),
});

/** The notifications, extension to server. */
export const clientNotifications = Object.freeze({
  configure: notification('configure', Configuration),
  /** The files that have a tab. An editor may keep others open in memory; it never pulls those. */
  shown: notification('shown', v.object({ uris: v.array(Uri) })),
});

/** The notifications, server to extension. */
export const serverNotifications = Object.freeze({
  /** A test of a run is over; the answer to the request repeats it. */
  testCase: notification(
    'testCase',
    v.object({ testRunId: TestRunId, uri: Uri, report: TestCaseReport }),
  ),
  /** A line that a test printed. */
  testOutput: notification(
    'testOutput',
    v.object({ testRunId: TestRunId, uri: Uri, text: v.string() }),
  ),
  runChanged: notification('runChanged', RunView),
  console: notification(
    'console',
    v.object({
      runId: RunId,
      uri: Uri,
      line: v.object({
        level: v.picklist(['log', 'info', 'warn', 'error', 'debug']),
        text: v.string(),
        file: v.nullable(v.string()),
        line: v.nullable(v.number()),
        column: v.nullable(v.number()),
      }),
    }),
  ),
});
