/** The requests that `serve` answers: their shape and their bounds. */
import * as v from 'valibot';
import { grantBounds, invalidRequest, limits, problemOfRule } from '../protocol/index.ts';
import type { LimitName, PermissionScope } from '../protocol/index.ts';
import { parseClock, parseJson, streamEvent, UsageError } from './options.ts';
import { commandWords } from '../protocol/messages/command-words.ts';

const limit = (name: LimitName) => {
  const { minimum, maximum } = limits[name];
  return v.optional(v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum)));
};

/** Rules of one scope, within their bounds. */
const rules = (scope: PermissionScope) =>
  v.optional(
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.rawCheck(({ dataset, addIssue }) => {
            const reason = dataset.typed ? problemOfRule(scope, dataset.value) : null;
            if (reason !== null) addIssue({ message: reason });
          }),
        ),
      ),
      v.maxLength(grantBounds.rules),
    ),
  );

const identified = {
  id: v.nullish(v.union([v.string(), v.number()]), null),
  root: v.optional(v.string()),
};

const running = {
  ...identified,
  file: v.string(),
  debug: v.optional(v.boolean()),
  timeout: limit('run.timeout'),
  cpuTimeout: limit('run.cpuTimeout'),
  memory: limit('run.memory'),
  maxOutput: limit('run.maxOutput'),
  allowNet: rules('net'),
  allowRead: rules('read'),
  allowEnv: rules('env'),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff))),
  clock: v.optional(v.pipe(v.string(), v.transform(parseClock))),
};

const Event = v.union([
  v.pipe(v.string(), v.transform(streamEvent)),
  v.strictObject({ stream: v.string(), event: v.optional(v.unknown()) }),
]);

const RunLine = v.strictObject({
  ...running,
  command: v.literal('run'),
  export: v.optional(v.string()),
  input: v.optional(v.unknown()),
  send: v.optional(v.array(Event)),
});

const ReplayLine = v.strictObject({
  ...running,
  command: v.literal('replay'),
  scenario: v.string(),
});

const { file: _file, ...forEveryFile } = running;

const TestLine = v.strictObject({
  ...forEveryFile,
  command: v.literal('test'),
  files: v.pipe(v.array(v.string()), v.minLength(1)),
});

const CheckLine = v.strictObject({
  ...identified,
  command: v.literal('check'),
  files: v.pipe(v.array(v.string()), v.minLength(1)),
});

const RequestLine = v.variant('command', [RunLine, ReplayLine, TestLine, CheckLine]);
export type RequestLine = v.InferOutput<typeof RequestLine>;

/** Reads one line; throws a UsageError that says what is wrong with it. */
export function parseRequest(line: string): RequestLine {
  const parsed = v.safeParse(RequestLine, parseJson(line, commandWords.requestLine));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const at = v.getDotPath(issue);
  const reason = at === null ? issue.message : `${at}: ${issue.message}`;
  throw new UsageError(invalidRequest({ reason }));
}
