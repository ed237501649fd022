import { describe, expect, test } from 'vitest';
import { isExpected } from '../../../server/replay/expectation.ts';
import { parseScenarios } from '../../../server/replay/index.ts';
import { showReplay } from '../../../server/show/index.ts';

describe('comparing', () => {
  test.each([
    [1, 1, true],
    [1, '1', false],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [undefined, '__undefined__', true],
    [{ $type: 'undefined' }, '__undefined__', true],
    [null, '__undefined__', false],
    [{ a: { $type: 'undefined' }, b: 1 }, { b: 1 }, true],
    [[{ $type: 'undefined' }, 1], ['__undefined__', 1], true],
    [[1], ['__undefined__', 1], false],
  ])('%j against %j: %s', (actual, expected, same) => {
    expect(isExpected(actual, expected)).toBe(same);
  });
});

describe('scenario files', () => {
  test('steps may leave out events and expectations, and the export is the default one', () => {
    expect(parseScenarios([{ name: 'a', steps: [{}] }])).toEqual({
      scenarios: [{ name: 'a', exportName: 'default', steps: [{ events: [], expect: [] }] }],
    });
  });

  test.each([
    [{}, 'Array'],
    [[{ steps: [] }], 'name'],
    [[{ name: 'a', steps: [{ events: [{ payload: 1 }] }] }], '0.steps.0.events.0.stream'],
  ])('%j is refused with the place', (value, reason) => {
    const parsed = parseScenarios(value);
    expect('reason' in parsed && parsed.reason).toContain(reason);
  });
});

test('the pretty form names the step, the path and both values', () => {
  const failures = [{ step: 2, path: 'items.0.title', expected: 'a', actual: undefined }];
  const scenarios = [
    { name: 'adds', passed: 3, failed: 0, failures: [], error: null },
    { name: 'renames', passed: 1, failed: 1, failures, error: null },
  ];
  expect(showReplay({ success: false, scenarios }, { color: false })).toMatchInlineSnapshot(`
    "✓ adds 3 of 3 values
    ✗ renames 1 of 2 values
      step 2 items.0.title
        expected "a"
        actual   undefined

    4 passed, 1 failed"
  `);
});
