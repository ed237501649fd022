/** The streams of a result: each with a box for the event and a button that sends it. */
import { words } from '../../server/protocol/messages/editor-words.ts';
import type { PageActions } from './actions.ts';
import { element } from './dom.ts';
import type { PageState } from './page-state.ts';

/** A row for each stream; with nothing alive the buttons are off. */
export function streamRows(
  streams: readonly string[],
  alive: boolean,
  actions: PageActions,
  state: PageState,
): HTMLElement {
  const rows = streams.map((stream) => streamRow(stream, alive, actions, state));
  return element('div', { class: 'streams' }, ...rows);
}

function streamRow(
  stream: string,
  alive: boolean,
  actions: PageActions,
  state: PageState,
): HTMLElement {
  const box = element('vscode-textarea', { attributes: { 'data-focus': `event:${stream}` } });
  box.rows = 1;
  box.monospace = true;
  box.resize = 'vertical';
  box.label = words.eventBox(stream);
  box.placeholder = 'JSON';
  box.value = state.text(stream);
  const problem = element('p', { class: 'problem', attributes: { role: 'alert' } });

  const send = (): void => {
    const parsed = parse(box.value);
    box.invalid = 'problem' in parsed;
    problem.textContent = 'problem' in parsed ? parsed.problem : '';
    if ('problem' in parsed || !alive) return;
    actions.send(stream, parsed.event);
  };
  box.addEventListener('input', () => {
    state.setText(stream, box.value);
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  });
  const attributes = {
    'aria-label': words.sendTo(stream),
    'data-stream': stream,
    'data-focus': `send:${stream}`,
  };
  const trigger = element('vscode-button', { attributes, onClick: send }, words.send);
  trigger.secondary = true;
  trigger.disabled = !alive;
  return element(
    'div',
    { class: 'stream' },
    element('code', { class: 'stream-name' }, stream),
    box,
    trigger,
    problem,
  );
}

function parse(text: string): { event: unknown } | { problem: string } {
  if (text.trim() === '') return { event: undefined };
  try {
    return { event: JSON.parse(text) as unknown };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
