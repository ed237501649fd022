/** Entry of the trace view's page: a filter, the list, and the details of the selected row. */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { words } from '../../../server/protocol/messages/editor-words.ts';
import { traceWords } from '../../../server/protocol/messages/trace-words.ts';
import { MAX_TRACE_EVENTS } from '../../../server/protocol/trace-bounds.ts';
import { button, element } from '../dom.ts';
import type { PageHost } from '../page-state.ts';
import type { TracePageMessage, TraceViewState } from './contract.ts';
import { detailsOf } from './details.ts';
import { createTraceList } from './list.ts';
import { matching, noFilter, rowOf, type TraceFilter, type TraceRow } from './model.ts';
import { createToolbar } from './toolbar.ts';
import style from './style.css';

declare function acquireVsCodeApi(): PageHost;

const host = acquireVsCodeApi();
const post = (message: TracePageMessage): void => {
  host.postMessage(message);
};
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

let shown: TraceViewState = { type: 'nothing' };
let rows: readonly TraceRow[] = [];
let filter: TraceFilter = restoredFilter(host.getState());
let selected: number | null = null;

const open = (index: number): void => {
  const location = rows[index]?.location;
  if (!location) return;
  const { file, line, column } = location;
  post({ type: 'open', file, line, column });
};
const list = createTraceList({
  onSelect: (index) => {
    selected = index;
    drawDetails();
  },
  onOpen: open,
});
const setFilter = (next: TraceFilter): void => {
  filter = next;
  host.setState({ filter });
  drawList();
};
const toolbar = createToolbar(setFilter);
const details = element('section', { class: 'details', attributes: { 'aria-live': 'polite' } });
const note = element('div', { class: 'note', attributes: { role: 'status' } });
const truncated = element('p', { class: 'truncated' }, traceWords.truncated(MAX_TRACE_EVENTS));

function drawDetails(): void {
  const row = selected === null ? undefined : rows[selected];
  details.hidden = row === undefined;
  if (!row) return;
  const narrow = (subject: string): void => {
    setFilter({ ...noFilter, subject });
    toolbar.offer(rows, filter);
  };
  const content = detailsOf(row, {
    open: ({ file, line, column }) => {
      post({ type: 'open', file, line, column });
    },
    narrow,
  });
  details.replaceChildren(...content);
}

function drawList(): void {
  const order = matching(rows, filter);
  list.show(rows, order);
  list.select(selected);
  list.node.hidden = order.length === 0;
  toolbar.node.hidden = rows.length === 0;
  toolbar.count(order.length, rows.length);
  note.replaceChildren(...noteOf(order.length));
  note.hidden = note.childNodes.length === 0;
  truncated.hidden = !(shown.type === 'recording' && shown.recording.truncated);
}

/** What stands in the place of the rows where there are none. */
function noteOf(count: number): Node[] {
  if (count > 0) return [];
  const said = (text: string): HTMLElement => element('p', { class: 'quiet' }, text);
  const run = (): HTMLElement =>
    button(
      words.runPattern,
      () => {
        post({ type: 'run' });
      },
      false,
    );
  switch (shown.type) {
    case 'nothing':
      return [said(traceWords.nothingHasRun), run()];
    case 'running':
      return [said(traceWords.running)];
    case 'unrecorded':
      return [said(traceWords.notRecorded), run()];
    case 'recording': {
      if (rows.length === 0) return [said(traceWords.nothingHappened)];
      const clear = button(traceWords.clearFilter, () => {
        setFilter(noFilter);
        toolbar.offer(rows, filter);
      });
      return [said(traceWords.noMatch), clear];
    }
  }
}

function show(next: TraceViewState): void {
  const run = (state: TraceViewState): string | null =>
    state.type === 'recording' ? state.recording.runId : null;
  // An event adds rows to a run; another run has other rows.
  if (run(next) !== run(shown)) selected = null;
  shown = next;
  rows = next.type === 'recording' ? next.recording.events.map(rowOf) : [];
  toolbar.offer(rows, filter);
  drawList();
  drawDetails();
}

function restoredFilter(state: unknown): TraceFilter {
  const known = typeof state === 'object' && state !== null ? (state as { filter?: unknown }) : {};
  const stored = (known.filter ?? {}) as Partial<TraceFilter>;
  return {
    query: stored.query ?? '',
    kind: stored.kind ?? null,
    subject: stored.subject ?? null,
  };
}

document.querySelector('main')?.append(toolbar.node, list.node, note, truncated, details);
show(shown);
window.addEventListener('message', ({ data }: MessageEvent<TraceViewState>) => {
  show(data);
});
post({ type: 'ready' });
