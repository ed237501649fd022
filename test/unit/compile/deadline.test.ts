import { expect, it } from 'vitest';
import { OutOfTime, withinTime } from '../../../server/compile/deadline.ts';
import { compileLocal } from '../../../server/compile/local/module.ts';

it('gives what the work gives and throws what it throws', () => {
  expect(withinTime(() => 'done', 1000)).toBe('done');
  expect(withinTime(() => null, 1000)).toBeNull();
  const fail = (): never => {
    throw new RangeError('mine');
  };
  expect(() => withinTime(fail, 1000)).toThrow(RangeError);
});

it('ends work without end', () => {
  const spin = (): never => {
    for (;;);
  };
  expect(() => withinTime(spin, 20)).toThrow(OutOfTime);
});

it('ends a parser that tries every reading of a text, and the next file is compiled', () => {
  const text = `const x = ${'async (a, '.repeat(60)}1${')'.repeat(60)};`;
  const { diagnostics } = compileLocal('main.ts', text, { stores: true, timeMs: 200 });
  expect(diagnostics).toMatchObject([{ code: 'PB1042', file: 'main.ts', severity: 'error' }]);
  expect(compileLocal('main.ts', 'export const a = 1;').diagnostics).toEqual([]);
});
