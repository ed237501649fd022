import { describe, expect, it } from 'vitest';
import { traceReport, traceText } from '../../../extension/stack/copies.ts';
import { childrenOf, errorNodes, rootNodes } from '../../../extension/stack/model.ts';
import type { Frame, FrameKind, TraceEntry } from '../../../server/protocol/index.ts';
import { runError, runResult } from '../language/memory-engine.ts';

const frame = (name: string, kind: FrameKind): Frame => ({
  function: name,
  file: `${kind}.ts`,
  line: 3,
  column: 5,
  kind,
  mapped: kind === 'pattern',
});
const frames = [
  frame('total', 'pattern'),
  { ...frame('computed callback', 'pattern'), async: true },
  { ...frame('settle', 'runtime'), repeated: 4 },
  frame('evaluate', 'ses'),
  frame('Counter body', 'pattern'),
];
const at = (line: number) => ({ file: 'a.tsx', line, column: 1 });
const cause = runError(null, { name: 'RangeError', message: 'inner', frames: [] });
const error = runError(at(9), {
  frames,
  cause,
  during: 'computed total after add event',
  builtAt: at(8),
});
const compute = (name: string, time: number, because: string[], line: number): TraceEntry => ({
  type: 'compute',
  at: time,
  durationMs: 0.1,
  name,
  because,
  outcome: 'value',
  value: '2',
  location: at(line),
});
const events: TraceEntry[] = [
  { type: 'load', at: 0, durationMs: 1.5, module: 'a.tsx' },
  compute('total', 1, [], 8),
  compute('other', 1.5, [], 7),
  { type: 'event', at: 2, durationMs: 1, stream: 'add', value: '1', location: at(3) },
  { type: 'write', at: 2.5, cell: 'other', value: '4', location: at(3) },
  { type: 'write', at: 2.6, cell: 'count', value: '5', location: at(3) },
  compute('double', 4, ['count'], 6),
  { ...compute('total', 5, ['double'], 8), outcome: 'failed', value: '' } as TraceEntry,
  { type: 'failure', at: 5.1, phase: 'computation', text: 'boom', location: at(9) },
];
const result = runResult('a.tsx', {
  success: false,
  error,
  result: { secret: 'not for a report' },
  trace: { events, truncated: true },
});

describe('the stack as data', () => {
  it('has the frames of the author first, the others by kind, and says what was running', () => {
    const [first, second] = errorNodes(result);
    expect(first && childrenOf(first)).toMatchObject([
      { type: 'note', label: 'In computed total after add event', location: { line: 8 } },
      {
        type: 'group',
        kind: 'pattern',
        frames: [
          { function: 'total' },
          { function: 'computed callback' },
          { function: 'Counter body' },
        ],
      },
      { type: 'group', kind: 'runtime', frames: [{ function: 'settle' }] },
      { type: 'group', kind: 'ses' },
      { type: 'section', of: 'path' },
    ]);
    expect(second).toMatchObject({ label: 'Caused by: RangeError: inner' });
  });

  it('shows what led to a computation, from the event on, and nothing beside it', () => {
    const path = errorNodes(result)[0]?.path ?? [];
    expect(path.map(({ type, at: time }) => [type, time])).toEqual([
      ['event', 2],
      ['write', 2.6],
      ['compute', 4],
      ['compute', 5],
    ]);
  });

  it('has no path where the trace ends before, or for an error without a callback', () => {
    const early = { events: events.slice(0, 3), truncated: true };
    const [cut] = errorNodes({ ...result, trace: early });
    expect(cut?.path).toEqual([]);
    const [loading] = errorNodes({ ...result, error: runError(at(9), { frames }) });
    expect(loading?.path).toEqual([]);
  });

  it('has the modules of the run and the globals of the sandbox', () => {
    const sections = rootNodes(result).filter(({ type }) => type === 'section');
    expect(sections).toMatchObject([
      { of: 'modules', children: [{ label: 'a.tsx', location: { file: 'a.tsx', line: 1 } }] },
      { of: 'globals' },
    ]);
    const names =
      sections[1] && childrenOf(sections[1]).map((node) => 'label' in node && node.label);
    expect(names).toContain('structuredClone');
    expect(names).not.toContain('setTimeout');
  });

  it('is empty before a run, and says so when there are no errors', () => {
    expect(rootNodes(null)).toEqual([]);
    expect(rootNodes(runResult('a.tsx'))[0]).toMatchObject({
      type: 'note',
      label: 'The last run had no errors.',
    });
  });

  it('reads as text with every frame and its kind, and what happened', () => {
    expect(traceText('a.tsx', result)).toBe(
      [
        'Full trace of the last run of a.tsx',
        '',
        'TypeError: boom',
        '  In computed total after add event',
        '  Builder call: a.tsx:8:1',
        '  [Pattern] total (pattern.ts:3:5)',
        '  [Pattern] async computed callback (pattern.ts:3:5)',
        '  [Runtime] settle (runtime.ts) × 4',
        '  [SES] evaluate (ses.ts)',
        '  [Pattern] Counter body (pattern.ts:3:5)',
        '  Reactive path:',
        '  2.00 ms Event add 1 (a.tsx:3:1)',
        '  2.60 ms Write count ← 5 (a.tsx:3:1)',
        '  4.00 ms Compute double = 2 · because of count (a.tsx:6:1)',
        '  5.00 ms Compute total failed · because of double (a.tsx:8:1)',
        '',
        'Caused by: RangeError: inner',
        '',
        'What happened:',
        '  0.00 ms Module a.tsx took 1.50 ms',
        '  1.00 ms Compute total = 2 · for the first time (a.tsx:8:1)',
        '  1.50 ms Compute other = 2 · for the first time (a.tsx:7:1)',
        '  2.00 ms Event add 1 (a.tsx:3:1)',
        '  2.50 ms Write other ← 4 (a.tsx:3:1)',
        '  2.60 ms Write count ← 5 (a.tsx:3:1)',
        '  4.00 ms Compute double = 2 · because of count (a.tsx:6:1)',
        '  5.00 ms Compute total failed · because of double (a.tsx:8:1)',
        '  5.10 ms Failure computation boom (a.tsx:9:1)',
        '  The trace is full and ends here.',
        '',
      ].join('\n'),
    );
  });

  it('is a report with all but what the pattern computed', () => {
    const text = traceReport(result, '1.2.3');
    expect(JSON.parse(text)).toMatchObject({
      schemaVersion: 1,
      product: { name: 'patternbox', version: '1.2.3' },
      file: 'a.tsx',
      error: { message: 'boom', builtAt: { line: 8 } },
      reactivePaths: [[{ type: 'event' }, { type: 'write' }, {}, {}], []],
      trace: { truncated: true },
    });
    expect(text).not.toContain('not for a report');
  });
});
