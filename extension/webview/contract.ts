/** The messages between the extension and the result panel's page. */
import * as v from 'valibot';
import type { ConsoleLine } from '../../server/protocol/index.ts';
import type { RunView } from '../../server/protocol/client.ts';

/** From the page: validated by the extension, for the page draws what patterns made. */
export const PageMessage = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({
    type: v.literal('send'),
    runId: v.pipe(v.string(), v.maxLength(128)),
    stream: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
    event: v.optional(v.unknown()),
  }),
  v.object({
    type: v.literal('open'),
    file: v.pipe(v.string(), v.maxLength(4096)),
    line: v.pipe(v.number(), v.integer(), v.minValue(1)),
    column: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  v.object({ type: v.picklist(['run', 'stop', 'trace']) }),
]);
export type PageMessage = v.InferOutput<typeof PageMessage>;

/** To the page. */
export type PanelMessage =
  | {
      readonly type: 'show';
      readonly view: RunView;
      readonly live: readonly ConsoleLine[];
      /** Debug mode is on now; the run that is shown may be older. */
      readonly debugMode: boolean;
    }
  /** Nothing has run; `starting`: the first run has been asked for. */
  | { readonly type: 'empty'; readonly starting: boolean }
  | { readonly type: 'console'; readonly line: ConsoleLine };
