/** The messages between the extension and the trace view's page. */
import * as v from 'valibot';
import type { Recording } from '../../../server/protocol/client.ts';

/** From the page: validated by the extension, for the page shows what patterns made. */
export const TracePageMessage = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('run') }),
  v.object({
    type: v.literal('open'),
    file: v.pipe(v.string(), v.maxLength(4096)),
    line: v.pipe(v.number(), v.integer(), v.minValue(1)),
    column: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
]);
export type TracePageMessage = v.InferOutput<typeof TracePageMessage>;

/** To the page: what there is to show. */
export type TraceViewState =
  | { readonly type: 'nothing' }
  | { readonly type: 'running' }
  /** There is a run, but no record of it. */
  | { readonly type: 'unrecorded' }
  | { readonly type: 'recording'; readonly recording: Recording };
