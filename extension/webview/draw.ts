/** Builds a pattern's view from its plan. */
import { words } from '../../server/protocol/messages/editor-words.ts';
import type { PageActions } from './actions.ts';
import { planOf, type ElementPlan, type Plan } from './plan.ts';

/** Controls show what they are bound to; only a button's click does something. */
const controls = new Set(['input', 'select', 'textarea']);

/** The drawn view; empty if the value draws nothing. `alive`: whether clicks have somewhere to go. */
export function drawView(view: unknown, actions: PageActions, alive: boolean): Node[] {
  const build = (plan: Plan): Node => {
    if (plan.type === 'text') return document.createTextNode(plan.text);
    const made = document.createElement(plan.tag);
    for (const [name, value] of Object.entries(plan.attributes)) made.setAttribute(name, value);
    for (const [property, value] of plan.style) made.style.setProperty(property, value);
    if (plan.component !== undefined) made.classList.add('drawn', `drawn-${plan.component}`);
    made.append(...plan.children.map(build));
    if (made instanceof HTMLButtonElement) made.type = 'button';
    if (controls.has(plan.tag)) freeze(made, plan);
    if (plan.click !== undefined) makeClickable(made, plan.click);
    return made;
  };

  const makeClickable = (made: HTMLElement, stream: string): void => {
    made.dataset['stream'] = stream;
    if (!alive) {
      made.setAttribute('aria-disabled', 'true');
      made.title = words.endedHint;
      return;
    }
    const send = () => {
      actions.send(stream, { type: 'click', target: {} });
    };
    made.addEventListener('click', send);
    if (made instanceof HTMLButtonElement) return;
    made.tabIndex = 0;
    made.setAttribute('role', 'button');
    made.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter' || key === ' ') send();
    });
  };

  return planOf(view).map(build);
}

function freeze(made: HTMLElement, { attributes }: ElementPlan): void {
  made.title = attributes['title'] ?? words.readOnlyControl;
  made.setAttribute('aria-readonly', 'true');
  const value = attributes['value'];
  if (made instanceof HTMLTextAreaElement) made.value = value ?? '';
  if (made instanceof HTMLSelectElement) {
    if (value !== undefined) made.value = value;
    made.disabled = true;
  } else if (made instanceof HTMLInputElement && !isTextual(made)) {
    made.disabled = true;
  } else {
    made.setAttribute('readonly', '');
  }
}

function isTextual({ type }: HTMLInputElement): boolean {
  return !['checkbox', 'radio', 'range', 'color'].includes(type);
}
