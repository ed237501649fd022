import { describe, expect, it } from 'vitest';
import {
  kindsOf,
  matching,
  noFilter,
  rowOf,
  subjectsOf,
} from '../../../extension/webview/trace/model.ts';
import type { TraceEntry } from '../../../server/protocol/index.ts';

const location = { file: 'main.tsx', line: 8, column: 18 };
const compute = (name: string, because: string[], outcome: 'value' | 'same' | 'failed') =>
  ({
    type: 'compute',
    at: 3,
    durationMs: 0.5,
    name,
    because,
    outcome,
    value: '42',
    location,
  }) as const;
const entries: readonly TraceEntry[] = [
  { type: 'load', at: 0, durationMs: 1, module: 'main.tsx' },
  { type: 'event', at: 1, durationMs: 4, stream: 'add', value: '{ by: 2 }', location },
  { type: 'write', at: 2, cell: 'count', value: '21' },
  compute('double', ['count'], 'value'),
  compute('sign', ['double'], 'same'),
  compute('broken', [], 'failed'),
  { type: 'console', at: 5, level: 'warn', text: 'Careful' },
  { type: 'permission', at: 6, scope: 'network', target: 'example.com', granted: false },
];
const rows = entries.map(rowOf);
const found = (filter: Partial<typeof noFilter>) =>
  matching(rows, { ...noFilter, ...filter }).map((index) => rows[index]?.subject);

describe('the rows of a trace', () => {
  it('say why a computation ran and what became of it', () => {
    expect(rows.slice(3, 6)).toMatchObject([
      { subject: 'double', detail: '= 42 · because of count', because: ['count'], location },
      { subject: 'sign', detail: '= 42 unchanged · because of double', outcome: 'unchanged' },
      { subject: 'broken', detail: 'failed · for the first time', tone: 'error', value: null },
    ]);
  });

  it('say whether something was permitted, and how loud a line was', () => {
    expect(rows[7]).toMatchObject({
      subject: 'network example.com',
      detail: 'refused',
      tone: 'warning',
    });
    expect(rows[6]).toMatchObject({ subject: 'warn', detail: 'Careful', tone: 'warning' });
  });
});

describe('the filter', () => {
  it('lets everything through at first', () => {
    expect(matching(rows, noFilter)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('searches names, values, kinds and places in any case', () => {
    expect(found({ query: ' careful ' })).toEqual(['warn']);
    expect(found({ query: 'by: 2' })).toEqual(['add']);
    expect(found({ query: 'MAIN.TSX:8' })).toEqual(['add', 'double', 'sign', 'broken']);
    expect(found({ query: 'permission' })).toEqual(['network example.com']);
  });

  it('knows kinds', () => {
    expect(found({ kind: 'compute' })).toEqual(['double', 'sign', 'broken']);
    expect(found({ kind: 'compute', query: 'failed' })).toEqual(['broken']);
  });

  it('finds a cell with the computations that it made run', () => {
    expect(found({ subject: 'count' })).toEqual(['count', 'double']);
    expect(found({ subject: 'add' })).toEqual(['add']);
    // A module or a line of the console of the same name is no cell.
    expect(found({ subject: 'main.tsx' })).toEqual([]);
    expect(found({ subject: 'warn' })).toEqual([]);
  });

  it('offers what there is, counted', () => {
    expect(kindsOf(rows).map(({ name, count }) => [name, count])).toEqual([
      ['load', 1],
      ['write', 1],
      ['compute', 3],
      ['event', 1],
      ['console', 1],
      ['permission', 1],
    ]);
    expect(subjectsOf(rows).map(({ name }) => name)).toEqual([
      'add',
      'broken',
      'count',
      'double',
      'sign',
    ]);
  });
});
