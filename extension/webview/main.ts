/** Entry of the result panel's page: draws what the extension sends, remembers what was opened. */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-collapsible/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-tree/index.js';
import '@vscode-elements/elements/dist/vscode-tree-item/index.js';
import { words } from '../../server/protocol/messages/editor-words.ts';
import { createActions } from './actions.ts';
import type { PanelMessage } from './contract.ts';
import { button, element } from './dom.ts';
import { pageOf } from './page.ts';
import { createPageState, type PageHost } from './page-state.ts';
import drawnStyle from './drawn.css';
import style from './style.css';

declare function acquireVsCodeApi(): PageHost;

const host = acquireVsCodeApi();
const state = createPageState(host);
let runId = '';
const actions = createActions(host.postMessage, () => runId);

for (const text of [style, drawnStyle]) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

/** Replaces the page, but keeps the place in it and the focus. */
function redraw(content: Node[]): void {
  const main = document.querySelector('main');
  const scroll = document.documentElement.scrollTop;
  const focused = document.activeElement?.getAttribute('data-focus');
  main?.replaceChildren(...content);
  document.documentElement.scrollTop = scroll;
  if (typeof focused !== 'string') return;
  document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
}

let shown: Extract<PanelMessage, { type: 'show' }> | undefined;
let scheduled = false;

function drawShown(): void {
  scheduled = false;
  if (!shown) return;
  const { view, live, debugMode } = shown;
  redraw(pageOf(view, live, { actions, state, debugMode }));
}

const runButton = () =>
  button(words.runPattern, () => {
    actions.ask('run');
  });

window.addEventListener('message', ({ data }: MessageEvent<PanelMessage>) => {
  switch (data.type) {
    case 'show':
      shown = data;
      runId = data.view.runId;
      state.setUri(data.view.uri);
      document.body.dataset['state'] = data.view.state;
      drawShown();
      return;
    case 'console':
      // A pattern can print faster than a page can draw: once a frame is enough.
      if (shown) shown = { ...shown, live: [...shown.live, data.line] };
      if (!scheduled) requestAnimationFrame(drawShown);
      scheduled = true;
      return;
    case 'empty':
      redraw([
        element('header', {}, element('h1', {}, words.productName)),
        element('p', { class: 'quiet' }, data.starting ? words.nothingYet : words.notRunYet),
        ...(data.starting ? [] : [runButton()]),
      ]);
  }
});
host.postMessage({ type: 'ready' });
