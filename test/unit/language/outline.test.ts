import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../server/language/tests/outline.ts';
import { scenariosOf } from '../../../server/language/tests/scenario-outline.ts';

const list = (steps: string, key = '[TESTS]') =>
  `import { TESTS, pattern } from "commonfabric";
export default pattern(() => ({ ${key}: ${steps} }));`;
const idsOf = (text: string) => stepsOf('a.test.tsx', text).map(({ id }) => id);

describe('the outline of a test file', () => {
  it('names the steps as a run does', () => {
    expect(
      idsOf(
        list('[{ assertion: a }, { action: b }, { action }, { settle: true }, { assertion: c }]'),
      ),
    ).toEqual(['assertion_1', 'action_1', 'action_2', 'settle_1', 'assertion_2 after action_2']);
  });

  it('reads older files and what stands inside a type assertion', () => {
    expect(idsOf(list('[{ action: a }] as const', 'tests'))).toEqual(['action_1']);
    expect(idsOf(list('([{ action: a }] satisfies TestStep[])'))).toEqual(['action_1']);
  });

  it('ends where the steps are not written out', () => {
    expect(idsOf(list('[{ action: a }, ...more, { action: b }]'))).toEqual(['action_1']);
    expect(idsOf(list('steps.map((action) => ({ action }))'))).toEqual([]);
  });

  it('describes a step by its condition and tells where it stands', () => {
    const text = list('[\n  { assertion: assert(() => total === 3) },\n]');
    expect(stepsOf('a.test.tsx', text)).toEqual([
      {
        id: 'assertion_1',
        description: 'total === 3',
        range: { start: { line: 2, character: 2 }, end: { line: 2, character: 42 } },
      },
    ]);
  });

  it.each(['', '}}}{{{', 'export default {', '['.repeat(500)])('stands any text: %j', (text) => {
    expect(idsOf(text)).toEqual([]);
  });
});

describe('the outline of a scenario file', () => {
  const text = `[
  { "name": "one", "steps": [
    { "expect": [{ "path": "a", "value": 1 }] },
    { "expect": [{ "path": "a", "value": 2 }, { "path": "b.0", "value": 3 }] }
  ] },
  { "name": "two", "steps": [] },
  { "name": "two", "steps": [] },
  { "steps": [] }
]`;

  it('has each scenario that has a name, once', () => {
    expect(scenariosOf(text).cases.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it('finds the place of an expected value', () => {
    const { expectation } = scenariosOf(text);
    expect(expectation('one', 1, 'a')?.start).toEqual({ line: 2, character: 17 });
    expect(expectation('one', 2, 'b.0')?.start).toEqual({ line: 3, character: 46 });
    expect(expectation('one', 3, 'a')).toBeUndefined();
    expect(expectation('two', 1, 'a')).toBeUndefined();
  });

  it.each(['', '{', '[1, "two", null, {"name": 3}]', '{"name": "x"}', '[[[['])(
    'stands any text: %j',
    (hostile) => {
      expect(scenariosOf(hostile).cases).toEqual([]);
    },
  );
});
