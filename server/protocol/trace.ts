/**
 * What happened in a traced run, as the sandbox process tells it. Times are in milliseconds since
 * the run was opened. Values are short previews with secrets masked, never the values themselves.
 */
import * as v from 'valibot';
import type { Location } from './positions.ts';
import { MAX_TRACE_CAUSES, MAX_TRACE_TEXT } from './trace-bounds.ts';

const Text = v.pipe(v.string(), v.maxLength(MAX_TRACE_TEXT));
const Time = v.pipe(v.number(), v.finite(), v.minValue(0));
/** The builder call that it belongs to. */
const Origin = v.nullable(v.object({ module: v.string(), fact: v.number() }));

/** One thing that happened. */
export const TraceEvent = v.variant('type', [
  v.object({ type: v.literal('load'), at: Time, durationMs: Time, module: Text }),
  v.object({
    type: v.literal('instantiate'),
    at: Time,
    durationMs: Time,
    name: Text,
    origin: Origin,
  }),
  v.object({ type: v.literal('read'), at: Time, cell: Text, value: Text, origin: Origin }),
  v.object({ type: v.literal('write'), at: Time, cell: Text, value: Text, origin: Origin }),
  v.object({
    type: v.literal('compute'),
    at: Time,
    durationMs: Time,
    name: Text,
    /** The cells and computations whose change made it run; empty the first time. */
    because: v.pipe(v.array(Text), v.maxLength(MAX_TRACE_CAUSES)),
    outcome: v.picklist(['value', 'same', 'failed']),
    value: Text,
    origin: Origin,
  }),
  v.object({
    type: v.literal('event'),
    at: Time,
    durationMs: Time,
    stream: Text,
    value: Text,
    origin: Origin,
  }),
  v.object({ type: v.literal('console'), at: Time, level: Text, text: Text }),
  v.object({
    type: v.literal('permission'),
    at: Time,
    scope: Text,
    target: Text,
    granted: v.boolean(),
    origin: Origin,
  }),
  v.object({ type: v.literal('navigate'), at: Time, target: Text, origin: Origin }),
  v.object({ type: v.literal('failure'), at: Time, phase: Text, text: Text, origin: Origin }),
  v.object({ type: v.literal('truncated'), at: Time }),
]);
export type TraceEvent = v.InferOutput<typeof TraceEvent>;

type WithLocation<Event> = Event extends unknown
  ? Omit<Event, 'origin'> & { readonly location?: Location }
  : never;

/** The event as a result shows it: the builder call as a place in the authored file. */
export type TraceEntry = WithLocation<Exclude<TraceEvent, { type: 'truncated' }>>;
