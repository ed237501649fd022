/** Everything that is known of the selected row. */
import { traceWords } from '../../../server/protocol/messages/trace-words.ts';
import { words } from '../../../server/protocol/messages/editor-words.ts';
import type { Location } from '../../../server/protocol/positions.ts';
import { element, link, type Child } from '../dom.ts';
import { canNarrow, placeOf, type TraceRow } from './model.ts';

export interface DetailActions {
  readonly open: (location: Location) => void;
  readonly narrow: (subject: string) => void;
}

/** The details of a row. */
export function detailsOf(row: TraceRow, { open, narrow }: DetailActions): Node[] {
  const { fields } = traceWords;
  const { location, because } = row;
  const time = traceWords.time(row.at);
  const only = (subject: string): HTMLElement => {
    const label = traceWords.onlyThis(subject);
    return link(subject, label, () => {
      narrow(subject);
    });
  };
  const rows: [string, ...Child[]][] = [
    [fields.subject, canNarrow(row) ? only(row.subject) : row.subject],
    [fields.value, row.value === null ? null : element('code', {}, row.value)],
    [fields.outcome, row.outcome],
    [fields.because, ...(because ?? []).flatMap((each, at) => [at > 0 ? ', ' : null, only(each)])],
    [fields.at, row.durationMs === null ? time : `${time}, ${traceWords.took(row.durationMs)}`],
    [
      fields.place,
      location &&
        link(placeOf(location), words.openPlace(location.file, location.line), () => {
          open(location);
        }),
    ],
  ];
  if (because?.length === 0) rows[3] = [fields.because, traceWords.firstTime];
  const list = rows.flatMap(([name, ...content]) => {
    const known = content.filter((child) => child !== null && child !== undefined && child !== '');
    if (known.length === 0) return [];
    return [element('dt', {}, name), element('dd', {}, ...known)];
  });
  return [element('h2', {}, traceWords.kinds[row.kind]), element('dl', {}, ...list)];
}
