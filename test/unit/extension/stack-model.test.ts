import { describe, expect, it } from 'vitest';
import { childrenOf, errorNodes, traceText } from '../../../extension/stack-model.ts';
import type { Frame, FrameKind } from '../../../server/protocol/index.ts';
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
  frame('computed callback', 'pattern'),
  { ...frame('settle', 'runtime'), repeated: 4 },
  frame('evaluate', 'ses'),
  frame('Counter body', 'pattern'),
];
const cause = runError(null, { name: 'RangeError', message: 'inner', frames: [] });
const result = runResult('a.tsx', { success: false, error: runError(null, { frames, cause }) });

describe('the stack as data', () => {
  it('keeps the order and groups neighbours of one kind', () => {
    const [first, second] = errorNodes(result);
    expect(first && childrenOf(first)).toMatchObject([
      {
        type: 'group',
        kind: 'pattern',
        frames: [{ function: 'total' }, { function: 'computed callback' }],
      },
      { type: 'group', kind: 'runtime', frames: [{ function: 'settle' }] },
      { type: 'group', kind: 'ses' },
      { type: 'group', kind: 'pattern', frames: [{ function: 'Counter body' }] },
    ]);
    expect(second).toMatchObject({ label: 'Caused by: RangeError: inner' });
  });

  it('is empty without a failure', () => {
    expect(errorNodes(null)).toEqual([]);
    expect(errorNodes(runResult('a.tsx'))).toEqual([]);
  });

  it('reads as text with every frame and its kind', () => {
    expect(traceText('a.tsx', result)).toBe(
      [
        'Full trace of the last run of a.tsx',
        '',
        'TypeError: boom',
        '  [Pattern] total (pattern.ts:3:5)',
        '  [Pattern] computed callback (pattern.ts:3:5)',
        '  [Runtime] settle (runtime.ts) × 4',
        '  [SES] evaluate (ses.ts)',
        '  [Pattern] Counter body (pattern.ts:3:5)',
        '',
        'Caused by: RangeError: inner',
        '',
      ].join('\n'),
    );
  });
});
