/** An error of the run: what, where, the code frame, the author's frames and the advice. */
import type { Frame, RunError } from '../../server/protocol/result.ts';
import { words } from '../../server/protocol/messages/editor-words.ts';
import type { PageActions } from './actions.ts';
import { element, link, type Child } from './dom.ts';

export interface ErrorContext {
  readonly actions: PageActions;
  /** Debug mode is on: who sees frames hidden all the same looks at an older run. */
  readonly debugMode: boolean;
}

/** Draws one error with its causes. */
export function errorSection(error: RunError, context: ErrorContext): HTMLElement {
  const { actions } = context;
  const name = error.name ?? error.type;
  return element(
    'article',
    { class: 'error', attributes: { 'data-code': error.code } },
    element(
      'p',
      { class: 'error-message' },
      element('strong', {}, name),
      ` ${error.message} `,
      element('span', { class: 'code' }, error.code),
    ),
    error.during === undefined
      ? null
      : element('p', { class: 'quiet' }, words.during(error.during)),
    error.help === null ? null : element('p', { class: 'help' }, error.help.text),
    error.codeFrame === null ? null : element('pre', { class: 'code-frame' }, error.codeFrame),
    frameList(error, actions),
    hiddenNote(error, context),
    ...[error.cause, ...error.errors].map((inner): Child => {
      if (inner === null) return null;
      return element(
        'div',
        { class: 'cause' },
        element('p', { class: 'quiet' }, words.causedBy),
        errorSection(inner, context),
      );
    }),
  );
}

function frameList({ frames }: RunError, actions: PageActions): Child {
  const rows = frames.map((frame) => element('li', {}, frameRow(frame, actions)));
  return rows.length === 0 ? null : element('ol', { class: 'frames' }, ...rows);
}

function frameRow(frame: Frame, actions: PageActions): HTMLElement {
  const place = `${frame.file}:${frame.line}:${frame.column}`;
  const times = frame.repeated === undefined ? '' : ` ${words.repeated(frame.repeated)}`;
  const known = frame.kind === 'pattern' && frame.mapped;
  const open = () => {
    actions.open(frame);
  };
  return element(
    'span',
    { class: `frame frame-${frame.kind}` },
    element('span', { class: 'frame-name' }, `${frame.function}${times}`),
    ' ',
    known
      ? link(place, words.openPlace(frame.file, frame.line), open)
      : element('span', { class: 'quiet' }, frame.file),
  );
}

function hiddenNote({ hiddenFrames }: RunError, { actions, debugMode }: ErrorContext): Child {
  if (hiddenFrames === 0) return null;
  const show = () => {
    actions.ask('trace');
  };
  return element(
    'p',
    { class: 'quiet' },
    `${words.hiddenFrames(hiddenFrames)}${debugMode ? words.beforeDebugMode : ''} · `,
    link(words.showTrace, words.showTrace, show),
  );
}
