/** The page as a whole: the sections of a run, in the order in which they matter. */
import { words } from '../../server/protocol/messages/editor-words.ts';
import type { ConsoleLine } from '../../server/protocol/result.ts';
import type { RunView } from '../../server/protocol/client.ts';
import type { PageActions } from './actions.ts';
import { consoleList } from './console-section.ts';
import { button, element, link, type Child } from './dom.ts';
import { drawView } from './draw.ts';
import { errorSection } from './error-section.ts';
import type { PageState } from './page-state.ts';
import { streamRows } from './streams.ts';
import { streamPath, streamsOf } from './value.ts';
import { valueTree } from './value-tree.ts';

export interface PageContext {
  readonly actions: PageActions;
  readonly state: PageState;
  readonly debugMode: boolean;
}

/** Everything that is shown of a run. */
export function pageOf(
  view: RunView,
  live: readonly ConsoleLine[],
  context: PageContext,
): HTMLElement[] {
  const { actions } = context;
  const result = view.result;
  const lines = view.state === 'running' || result === null ? live : result.console;
  const sections: (HTMLElement | null)[] = [header(view, actions)];
  if (result === null) {
    sections.push(element('p', { class: 'quiet' }, words.nothingYet));
  } else {
    sections.push(errors(view, context), ...outputs(view, context), waiting(view, context));
  }
  if (lines.length > 0) {
    sections.push(section('console', words.sectionConsole, context, consoleList(lines, actions)));
  }
  if (result !== null) {
    const { wallTimeMs, cpuTimeMs, memoryUsedMb } = result.usage;
    sections.push(element('footer', {}, words.usage(wallTimeMs, cpuTimeMs, memoryUsedMb)));
  }
  return sections.filter((each) => each !== null);
}

function header(view: RunView, actions: PageActions): HTMLElement {
  const { state, alive, result } = view;
  const running = state === 'running';
  const next = running ? 'stop' : 'run';
  const ask = button(running ? words.stop : words.runAgain, () => {
    actions.ask(next);
  });
  const chip = element(
    'span',
    { class: `chip chip-${state}`, attributes: { role: 'status' } },
    words.states[state],
  );
  if (state === 'stale') chip.title = words.staleHint;
  const ended = !alive && !running && result?.success === true;
  return element(
    'header',
    {},
    element('h1', {}, nameOf(view)),
    chip,
    ask,
    ended ? element('p', { class: 'quiet' }, words.endedHint) : null,
  );
}

/** The pattern's `[NAME]`, else its file. */
function nameOf({ result, uri }: RunView): string {
  const name = read(result?.result, '$NAME');
  if (typeof name === 'string' && name.trim() !== '') return name.slice(0, 300);
  return result?.file ?? decodeURIComponent(uri.split('/').at(-1) ?? uri);
}

function errors({ result }: RunView, context: PageContext): HTMLElement | null {
  if (!result?.error) return null;
  const first = errorSection(result.error, context);
  if (result.errors.length === 0) return section('error', words.sectionError, context, first);
  const rest = element('vscode-collapsible', {});
  rest.heading = words.sectionOtherErrors(result.errors.length);
  rest.append(...result.errors.map((error) => errorSection(error, context)));
  return section('error', words.sectionError, context, first, rest);
}

function outputs(view: RunView, context: PageContext): HTMLElement[] {
  const { actions, state } = context;
  const value = view.result?.result;
  if (value === undefined) return [];
  const found: HTMLElement[] = [];
  const drawn = drawView(read(value, '$UI'), actions, view.alive);
  if (drawn.length > 0) {
    found.push(
      section('view', words.sectionView, context, element('div', { class: 'view' }, ...drawn)),
    );
  }
  const named = namedOutputs(value);
  if (named.length > 0) {
    const tree = valueTree(named, state, words.sectionOutputs);
    found.push(section('outputs', words.sectionOutputs, context, tree));
  }
  const streams = streamsOf(value);
  if (streams.length > 0) {
    const rows = streamRows(streams, view.alive, actions, state);
    found.push(section('streams', words.sectionStreams, context, rows));
  }
  if (found.length === 0) found.push(element('p', { class: 'quiet' }, words.emptyResult));
  return found;
}

/** What the tree lists: all but the view, the name and the streams, which have their own places. */
function namedOutputs(value: unknown): (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [['result', value]];
  return Object.entries(value).filter(
    ([key, each]) => key !== '$UI' && key !== '$NAME' && streamPath(each) === undefined,
  );
}

function waiting({ result }: RunView, context: PageContext): HTMLElement | null {
  if (!result || result.waiting.length === 0) return null;
  const rows = result.waiting.map(({ at, for: input }) => {
    const text = words.waitingFor(input);
    const open = () => {
      if (at) context.actions.open(at);
    };
    const place: Child =
      at && link(`${at.file}:${at.line}`, words.openPlace(at.file, at.line), open);
    return element('li', {}, text, ' ', place);
  });
  const list = element('ul', { class: 'waiting' }, ...rows);
  return section('waiting', words.sectionWaiting, context, list);
}

function section(
  id: string,
  title: string,
  { state }: PageContext,
  ...content: Node[]
): HTMLElement {
  const made = element('details', { class: `section section-${id}` });
  made.open = state.isOpen(`section:${id}`, true);
  made.addEventListener('toggle', () => {
    state.setOpen(`section:${id}`, made.open);
  });
  made.append(element('summary', {}, element('h2', {}, title)), ...content);
  return made;
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (Reflect.get(value, key) as unknown)
    : undefined;
}
