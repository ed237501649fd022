/** The search box and the two lists of the filter. */
import { traceWords } from '../../../server/protocol/messages/trace-words.ts';
import type { TraceKind } from '../../../server/protocol/trace.ts';
import { element } from '../dom.ts';
import { kindsOf, subjectsOf, type Choice, type TraceFilter, type TraceRow } from './model.ts';

export interface Toolbar {
  readonly node: HTMLElement;
  /** Offers what the rows have; keeps the filter, also where nothing fits it now. */
  readonly offer: (rows: readonly TraceRow[], filter: TraceFilter) => void;
  readonly count: (shown: number, all: number) => void;
}

/** Makes the toolbar; `onChange` gets the new filter. */
export function createToolbar(onChange: (filter: TraceFilter) => void): Toolbar {
  const search = element('input', {
    attributes: {
      type: 'search',
      'aria-label': traceWords.search,
      placeholder: traceWords.search,
      spellcheck: 'false',
    },
  });
  const kind = element('select', { attributes: { 'aria-label': traceWords.kindFilter } });
  const subject = element('select', { attributes: { 'aria-label': traceWords.subjectFilter } });
  const counter = element('span', { class: 'counter quiet', attributes: { role: 'status' } });
  const node = element(
    'div',
    { class: 'toolbar', attributes: { role: 'search' } },
    search,
    kind,
    subject,
    counter,
  );
  const changed = (): void => {
    onChange({
      query: search.value,
      kind: kind.value === '' ? null : (kind.value as TraceKind),
      subject: subject.selectedIndex <= 0 ? null : subject.value,
    });
  };
  for (const control of [search, kind, subject]) control.addEventListener('input', changed);

  return Object.freeze<Toolbar>({
    node,
    offer: (rows, filter) => {
      if (search.value !== filter.query) search.value = filter.query;
      const kinds = kindsOf(rows).map(
        ({ name, count }) => [name, traceWords.counted(traceWords.kinds[name], count)] as const,
      );
      fill(kind, traceWords.allKinds, withChosen(kinds, filter.kind), filter.kind);
      const subjects = subjectsOf(rows).map(optionOf);
      fill(subject, traceWords.allSubjects, withChosen(subjects, filter.subject), filter.subject);
    },
    count: (shown, all) => {
      counter.textContent = all === 0 ? '' : traceWords.shown(shown, all);
    },
  });
}

type Option = readonly [value: string, label: string];

function optionOf({ name, count }: Choice): Option {
  return [name, traceWords.counted(name, count)];
}

/** A filter outlives the run that it was chosen for. */
function withChosen(options: readonly Option[], chosen: string | null): readonly Option[] {
  if (chosen === null || options.some(([value]) => value === chosen)) return options;
  return [...options, [chosen, traceWords.counted(chosen, 0)]];
}

function fill(
  select: HTMLSelectElement,
  all: string,
  options: readonly Option[],
  chosen: string | null,
): void {
  const made = options.map(([value, label]) => element('option', { attributes: { value } }, label));
  select.replaceChildren(element('option', { attributes: { value: '' } }, all), ...made);
  const at = options.findIndex(([value]) => value === chosen);
  select.selectedIndex = at + 1;
}
