/** Console lines; each that has a place opens it. */
import type { ConsoleLine } from '../../server/protocol/result.ts';
import { words } from '../../server/protocol/messages/editor-words.ts';
import type { PageActions } from './actions.ts';
import { element, link, type Child } from './dom.ts';

/** Lines that are drawn; earlier ones are counted. */
const mostLines = 500;

/** The list of the last lines. */
export function consoleList(lines: readonly ConsoleLine[], actions: PageActions): HTMLElement {
  const dropped = Math.max(0, lines.length - mostLines);
  const rows = lines.slice(dropped).map((line) => consoleRow(line, actions));
  const note =
    dropped > 0 ? element('li', { class: 'quiet' }, words.consoleDropped(dropped)) : null;
  return element('ul', { class: 'console' }, note, ...rows);
}

export function consoleRow(entry: ConsoleLine, actions: PageActions): HTMLElement {
  return element(
    'li',
    { class: `console-${entry.level}` },
    element('span', { class: 'console-text' }, entry.text),
    placeOf(entry, actions),
  );
}

function placeOf({ file, line, column }: ConsoleLine, actions: PageActions): Child {
  if (file === null || line === null) return null;
  return link(`${file}:${line}`, words.openPlace(file, line), () => {
    actions.open({ file, line, column: column ?? 1 });
  });
}
