/** The requests that `serve` answers: their shape, their bounds, and what each one does. */
import path from 'node:path';
import * as v from 'valibot';
import type { Engine, RunRequest } from '../engine/index.ts';
import { invalidRequest, limits } from '../protocol/index.ts';
import type { LimitName } from '../protocol/index.ts';
import { collectFiles, resolveFile } from './files.ts';
import { parseClock, parseJson, streamEvent, UsageError } from './options.ts';
import { runRequest } from './running-options.ts';

const limit = (name: LimitName) => {
  const { minimum, maximum } = limits[name];
  return v.optional(v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum)));
};
const id = v.nullish(v.union([v.string(), v.number()]), null);
const seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));

const RunLine = v.strictObject({
  id,
  command: v.literal('run'),
  file: v.string(),
  export: v.optional(v.string()),
  input: v.optional(v.unknown()),
  send: v.optional(
    v.array(
      v.union([
        v.pipe(v.string(), v.transform(streamEvent)),
        v.strictObject({ stream: v.string(), event: v.optional(v.unknown()) }),
      ]),
    ),
  ),
  root: v.optional(v.string()),
  debug: v.optional(v.boolean()),
  timeout: limit('run.timeout'),
  cpuTimeout: limit('run.cpuTimeout'),
  memory: limit('run.memory'),
  maxOutput: limit('run.maxOutput'),
  seed: v.optional(seed),
  clock: v.optional(v.pipe(v.string(), v.transform(parseClock))),
});

const CheckLine = v.strictObject({
  id,
  command: v.literal('check'),
  files: v.pipe(v.array(v.string()), v.minLength(1)),
  root: v.optional(v.string()),
});

const RequestLine = v.variant('command', [RunLine, CheckLine]);
export type RequestLine = v.InferOutput<typeof RequestLine>;

/** Reads one line; throws a UsageError that says what is wrong with it. */
export function parseRequest(line: string): RequestLine {
  const parsed = v.safeParse(RequestLine, parseJson(line, 'the request line'));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const at = v.getDotPath(issue);
  const reason = at === null ? issue.message : `${at}: ${issue.message}`;
  throw new UsageError(invalidRequest({ reason }));
}

/** Carries out one request and gives the same object that the command prints with `--json`. */
export async function answerRequest(
  engine: Engine,
  cwd: string,
  line: RequestLine,
): Promise<object> {
  const root = line.root === undefined ? undefined : path.resolve(cwd, line.root);
  if (line.command === 'run') return engine.run(requestOf(cwd, line, root));
  const files = [];
  for (const file of collectFiles(cwd, line.files)) {
    const { file: shown, diagnostics } = await engine.check(file, root);
    files.push({ file: shown, diagnostics });
  }
  const success = !files.some(({ diagnostics }) =>
    diagnostics.some(({ severity }) => severity === 'error'),
  );
  return { success, files };
}

type RunLine = v.InferOutput<typeof RunLine>;

function requestOf(cwd: string, line: RunLine, root: string | undefined): RunRequest {
  const { debug, ...rest } = line;
  const options = { ...rest, ...(debug === true ? { debug } : {}) };
  return runRequest(
    resolveFile(cwd, line.file, root),
    options as Parameters<typeof runRequest>[1],
    root,
  );
}
