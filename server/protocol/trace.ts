/**
 * What happened in a traced run, as the sandbox process tells it and as a result shows it. Times are
 * in milliseconds since the run was opened. Values are short previews with secrets masked, never the
 * values themselves.
 */
import * as v from 'valibot';
import { LocationSchema } from './location-schema.ts';
import { MAX_TRACE_CAUSES, MAX_TRACE_TEXT } from './trace-bounds.ts';

const Text = v.pipe(v.string(), v.maxLength(MAX_TRACE_TEXT));
const Time = v.pipe(v.number(), v.finite(), v.minValue(0));
/** The builder call that it belongs to. */
const origin = { origin: v.nullable(v.object({ module: v.string(), fact: v.number() })) };
/** The same as a place in the authored file; a console line has the place of its call. */
const location = { location: v.exactOptional(LocationSchema) };

const load = { type: v.literal('load'), at: Time, durationMs: Time, module: Text };
const instantiate = { type: v.literal('instantiate'), at: Time, durationMs: Time, name: Text };
const read = { type: v.literal('read'), at: Time, cell: Text, value: Text };
const write = { type: v.literal('write'), at: Time, cell: Text, value: Text };
const compute = {
  type: v.literal('compute'),
  at: Time,
  durationMs: Time,
  name: Text,
  /** The cells and computations whose change made it run; empty the first time. */
  because: v.pipe(v.array(Text), v.maxLength(MAX_TRACE_CAUSES)),
  outcome: v.picklist(['value', 'same', 'failed']),
  value: Text,
};
const event = { type: v.literal('event'), at: Time, durationMs: Time, stream: Text, value: Text };
const console = { type: v.literal('console'), at: Time, level: Text, text: Text };
const permission = {
  type: v.literal('permission'),
  at: Time,
  scope: Text,
  target: Text,
  granted: v.boolean(),
};
const navigate = { type: v.literal('navigate'), at: Time, target: Text };
const failure = { type: v.literal('failure'), at: Time, phase: Text, text: Text };

/** One thing that happened, as the sandbox tells it. */
export const TraceEvent = v.variant('type', [
  v.object(load),
  v.object({ ...instantiate, ...origin }),
  v.object({ ...read, ...origin }),
  v.object({ ...write, ...origin }),
  v.object({ ...compute, ...origin }),
  v.object({ ...event, ...origin }),
  v.object(console),
  v.object({ ...permission, ...origin }),
  v.object({ ...navigate, ...origin }),
  v.object({ ...failure, ...origin }),
  v.object({ type: v.literal('truncated'), at: Time }),
]);
export type TraceEvent = v.InferOutput<typeof TraceEvent>;

/** One thing that happened, as a result shows it. */
export const TraceEntry = v.variant('type', [
  v.object(load),
  v.object({ ...instantiate, ...location }),
  v.object({ ...read, ...location }),
  v.object({ ...write, ...location }),
  v.object({ ...compute, ...location }),
  v.object({ ...event, ...location }),
  v.object({ ...console, ...location }),
  v.object({ ...permission, ...location }),
  v.object({ ...navigate, ...location }),
  v.object({ ...failure, ...location }),
]);
export type TraceEntry = v.InferOutput<typeof TraceEntry>;
export type TraceKind = TraceEntry['type'];
