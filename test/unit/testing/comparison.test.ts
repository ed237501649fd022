import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../../server/testing/assertion.ts';

const record = (source: string, parts: Record<string, string>, ok = false) => ({
  ok,
  source,
  parts: Object.entries(parts).map(([src, rendered]) => ({ src, rendered })),
});

describe('both sides of a failed comparison', () => {
  it.each([
    ['a.count === 3', { 'a.count': '1' }, '3', '1'],
    ['a.count == -1.5', { 'a.count': '1' }, '-1.5', '1'],
    ["a.name === 'Ann'", { 'a.name': '"Bob"' }, '"Ann"', '"Bob"'],
    ['a.list === b.list', { 'a.list': '[1]', 'b.list': '[2]' }, '[2]', '[1]'],
    ['a.flag === undefined', { 'a.flag': 'true' }, 'undefined', 'true'],
    ["join(a) === ''", { a: '[1]', 'join(a)': '"1"' }, '""', '"1"'],
  ])('%s', (source, parts, expected, actual) => {
    expect(comparisonOf(record(source, parts))).toEqual({ expected, actual });
  });

  it.each([
    ['a.count > 3', { 'a.count': '1' }],
    ['a === 1 && b === 2', { a: '1', b: '3' }],
    ['a === 1 ? b : c', { a: '1' }],
    ['a === { b: 1 }', { a: '1' }],
    ['!(a === 1)', { a: '1' }],
    ["a === 'x' + b", { a: '1', b: '2' }],
    ['a === `${b}`', { a: '1', b: '2' }],
    ['a', { a: 'false' }],
  ])('%s has none', (source, parts) => {
    expect(comparisonOf(record(source, parts))).toBeUndefined();
  });

  it('are not told when it holds, nor of what is no record', () => {
    expect(comparisonOf(record('a === 1', { a: '1' }, true))).toBeUndefined();
    for (const value of [undefined, null, false, {}, { ok: false }, { ok: false, parts: 7 }]) {
      expect(comparisonOf(value)).toBeUndefined();
    }
  });
});
