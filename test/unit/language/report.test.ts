import { describe, expect, it } from 'vitest';
import { reportScenario, reportTests } from '../../../server/language/tests/report.ts';
import { scenariosOf } from '../../../server/language/tests/scenario-outline.ts';
import type { Places } from '../../../server/language/to-diagnostics.ts';
import type { StepResult } from '../../../server/testing/index.ts';
import { runError } from './memory-engine.ts';

const places: Places = {
  pathOf: (file) => (file.startsWith('..') ? undefined : `/work/${file}`),
  uriOf: (path) => `file://${path}`,
  pageOf: () => undefined,
};
const location = { file: 'a.test.tsx', line: 3, column: 5, endLine: 3, endColumn: 9 };
const step = (more: Partial<StepResult>): StepResult => ({
  name: 'assertion_1',
  status: 'failed',
  message: 'a === 1\na = 2',
  location,
  error: null,
  ...more,
});
const report = (...steps: StepResult[]) =>
  reportTests({ file: 'a.test.tsx', passed: 0, failed: 1, skipped: 0, steps, error: null }, places);

describe('the report of a test file', () => {
  it('has the operands and the place of a failed assertion', () => {
    expect(report(step({})).cases).toEqual([
      {
        id: 'assertion_1',
        status: 'failed',
        problems: [
          {
            message: 'a === 1\na = 2',
            place: {
              uri: 'file:///work/a.test.tsx',
              range: { start: { line: 2, character: 4 }, end: { line: 2, character: 8 } },
            },
            frames: [],
          },
        ],
      },
    ]);
  });

  it('shows an error at its own place, with the author’s frames', () => {
    const at = { file: 'b.tsx', line: 7, column: 1 };
    const [found] = report(step({ message: null, error: runError(at) })).cases;
    expect(found?.problems).toMatchObject([
      {
        message: 'TypeError: boom',
        place: { uri: 'file:///work/b.tsx', range: { start: { line: 6 } } },
        frames: [{ function: 'total', place: { uri: 'file:///work/b.tsx' } }],
      },
    ]);
  });

  it('shows an error without a place at the step’s', () => {
    const [found] = report(step({ message: null, error: runError(null) })).cases;
    expect(found?.problems[0]?.place?.range.start.line).toBe(2);
  });

  it('names no file outside the root', () => {
    const outside = { ...location, file: '../secret.ts' };
    expect(report(step({ location: outside })).cases[0]?.problems[0]?.place).toBeNull();
  });

  it('gives no reason for a step that did not fail', () => {
    expect(report(step({ status: 'passed' })).cases[0]?.problems).toEqual([]);
  });
});

describe('the report of a scenario', () => {
  it('writes both sides with their keys in one order', () => {
    const outline = scenariosOf('[]');
    const failure = { step: 1, path: '', expected: { b: 1, a: [undefined] }, actual: undefined };
    const result = { name: 's', passed: 0, failed: 1, failures: [failure], error: null };
    expect(reportScenario(result, 'file:///s.json', outline, places).problems).toEqual([
      {
        message: 'Step 1: the result is not as recorded.',
        place: null,
        expected: '{\n  "a": [\n    null\n  ],\n  "b": 1\n}',
        actual: 'undefined',
        frames: [],
      },
    ]);
  });
});
