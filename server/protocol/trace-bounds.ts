/** How much of a run its trace keeps. Apart from trace.ts because the sandbox has no validator. */

/** Longest text of one event. */
export const MAX_TRACE_TEXT = 400;
/** Most causes that one computation names. */
export const MAX_TRACE_CAUSES = 20;
/** Events that the sandbox sends of one run, and their bytes; then comes one `truncated`. */
export const MAX_TRACE_EVENTS = 5_000;
export const MAX_TRACE_BYTES = 2 * 1024 * 1024;
