/** What the page can ask of the extension. */
import type { PageMessage } from './contract.ts';

export interface PageActions {
  readonly send: (stream: string, event?: unknown) => void;
  readonly open: (place: { file: string; line: number; column: number }) => void;
  readonly ask: (what: 'run' | 'stop' | 'trace') => void;
}

/** The actions of a page that shows the run `runId()`. */
export function createActions(
  post: (message: PageMessage) => void,
  runId: () => string,
): PageActions {
  return Object.freeze<PageActions>({
    send: (stream, event) => {
      post({ type: 'send', runId: runId(), stream, ...(event !== undefined && { event }) });
    },
    open: ({ file, line, column }) => {
      post({ type: 'open', file, line, column });
    },
    ask: (what) => {
      post({ type: what });
    },
  });
}
