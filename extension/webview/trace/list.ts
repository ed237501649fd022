/**
 * A list of which only the rows in sight exist. To assistive technology it is a list box: the
 * arrow keys move the selection, Enter opens its source.
 */
import { traceWords } from '../../../server/protocol/messages/trace-words.ts';
import { element } from '../dom.ts';
import { placeOf, type TraceRow } from './model.ts';

const rowHeight = 22;
/** Rows that are made beyond the edges, so that scrolling shows no gaps. */
const margin = 8;

export interface TraceListEvents {
  readonly onSelect: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

export interface TraceList {
  readonly node: HTMLElement;
  /** Shows these rows; `order` says which, by their index. */
  readonly show: (rows: readonly TraceRow[], order: readonly number[]) => void;
  /** Selects a row by its index and brings it into sight; null selects none. */
  readonly select: (index: number | null) => void;
}

/** Makes an empty list. */
export function createTraceList({ onSelect, onOpen }: TraceListEvents): TraceList {
  const canvas = element('div', { class: 'canvas', attributes: { role: 'presentation' } });
  const attributes = { role: 'listbox', tabindex: '0', 'aria-label': traceWords.title };
  const node = element('div', { class: 'list', attributes }, canvas);
  let rows: readonly TraceRow[] = [];
  let order: readonly number[] = [];
  let selected: number | null = null;

  const draw = (): void => {
    const first = Math.max(0, Math.floor(node.scrollTop / rowHeight) - margin);
    const last = Math.ceil((node.scrollTop + node.clientHeight) / rowHeight) + margin;
    const drawn = order.slice(first, last).flatMap((index, offset) => {
      const row = rows[index];
      return row ? [rowElement(row, index, first + offset)] : [];
    });
    canvas.replaceChildren(...drawn);
    const shown = selected !== null && drawn.some(({ id }) => id === rowId(selected));
    if (shown) node.setAttribute('aria-activedescendant', rowId(selected));
    else node.removeAttribute('aria-activedescendant');
  };

  const rowElement = (row: TraceRow, index: number, position: number): HTMLElement => {
    const made = element(
      'div',
      {
        class: `row row-${row.kind} tone-${row.tone}`,
        attributes: {
          id: rowId(index),
          role: 'option',
          title: titleOf(row),
          'aria-label': titleOf(row),
          'aria-posinset': String(position + 1),
          'aria-setsize': String(order.length),
          'aria-selected': String(index === selected),
        },
        onClick: () => {
          select(index);
          onSelect(index);
        },
      },
      element('span', { class: 'row-time' }, traceWords.time(row.at)),
      element('span', { class: 'row-kind' }, traceWords.kinds[row.kind]),
      element(
        'span',
        { class: 'row-text' },
        element('span', { class: 'row-subject' }, row.subject),
        ' ',
        element('span', { class: 'row-detail' }, row.detail),
      ),
      placeElement(row, index),
    );
    made.style.setProperty('top', `${position * rowHeight}px`);
    made.addEventListener('dblclick', () => {
      onOpen(index);
    });
    return made;
  };

  /** For the mouse only: the keyboard opens the selected row. */
  const placeElement = ({ location }: TraceRow, index: number): HTMLElement | null => {
    if (location === null) return null;
    const made = element('span', { class: 'row-place' }, `${location.file}:${location.line}`);
    made.addEventListener('click', (event) => {
      event.stopPropagation();
      select(index);
      onSelect(index);
      onOpen(index);
    });
    return made;
  };

  const reveal = (position: number): void => {
    const top = position * rowHeight;
    const bottom = top + rowHeight - node.clientHeight;
    if (node.scrollTop > top) node.scrollTop = top;
    else if (node.scrollTop < bottom) node.scrollTop = bottom;
  };

  const select = (index: number | null): void => {
    selected = index;
    const position = index === null ? -1 : order.indexOf(index);
    if (position >= 0) reveal(position);
    draw();
  };

  const move = (position: number): void => {
    const index = order[Math.min(Math.max(position, 0), order.length - 1)];
    if (index === undefined) return;
    select(index);
    onSelect(index);
  };

  node.addEventListener('scroll', draw);
  new ResizeObserver(draw).observe(node);
  node.addEventListener('keydown', (event) => {
    const at = selected === null ? -1 : order.indexOf(selected);
    const page = Math.max(1, Math.floor(node.clientHeight / rowHeight) - 1);
    const target = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: order.length - 1,
    }[event.key];
    if (target !== undefined) move(target);
    else if (event.key === 'Enter' && selected !== null) onOpen(selected);
    else return;
    event.preventDefault();
  });

  return Object.freeze<TraceList>({
    node,
    show: (nextRows, nextOrder) => {
      rows = nextRows;
      order = nextOrder;
      canvas.style.setProperty('height', `${order.length * rowHeight}px`);
      draw();
    },
    select,
  });
}

function rowId(index: number | null): string {
  return `row-${index ?? ''}`;
}

function titleOf(row: TraceRow): string {
  const place = row.location === null ? '' : `\n${placeOf(row.location)}`;
  const kind = traceWords.kinds[row.kind];
  return `${traceWords.time(row.at)} ${kind}: ${row.subject} ${row.detail}${place}`;
}
