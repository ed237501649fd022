import { memoryFileSource } from '../../memory-files.ts';
import { describe, expect, it } from 'vitest';
import { actionsFor } from '../../../server/language/actions.ts';
import { pathOf, resolveInside } from '../../../server/language/locations.ts';
import { shiftRange } from '../../../server/language/shift.ts';
import { runDiagnostics } from '../../../server/language/to-diagnostics.ts';
import { importsPatternApi } from '../../../server/protocol/pattern-file.ts';
import { runError, runResult } from './memory-engine.ts';

const places = {
  pathOf: (file: string) => resolveInside('/work', file),
  uriOf: (path: string) => `file://${path}`,
  pageOf: () => undefined,
};
const at = (line: number, character: number) => ({ line, character });

describe('shiftRange', () => {
  const range = { start: at(2, 1), end: at(2, 3) };
  it.each([
    ['above', 'a\nb\nccc\nd', 'a\nnew\nb\nccc\nd', { start: at(3, 1), end: at(3, 3) }],
    ['below', 'a\nb\nccc\nd', 'a\nb\nccc\nd\nnew', range],
    ['the line itself', 'a\nb\nccc\nd', 'a\nb\nc\nd', { start: at(2, 1), end: at(2, 1) }],
    ['everything', 'a\nb\nccc\nd', '', { start: at(0, 0), end: at(0, 0) }],
  ])('follows an edit %s', (_, before, after, expected) => {
    expect(shiftRange(before, after, range)).toEqual(expected);
  });
});

describe('importsPatternApi', () => {
  it.each([
    ['import { pattern } from "commonfabric";', true],
    ["import {\n  recipe,\n  UI,\n} from 'commontools';", true],
    ['import type { Schema } from "commonfabric/schema";', true],
    ['// import { pattern } from "commonfabric";', false],
    ['const text = "commonfabric";', false],
    ['import { pattern } from "./commonfabric.ts";', false],
  ])('%s: %s', (text, expected) => {
    expect(importsPatternApi(text)).toBe(expected);
  });
});

describe('names that a result gives', () => {
  it('never lead out of the root', () => {
    for (const file of ['../secret', '/etc/passwd', 'a/../../b', '', '.']) {
      expect(resolveInside('/work', file)).toBeUndefined();
    }
    const location = { file: '../../etc/passwd', line: 1, column: 1 };
    const result = runResult('a.tsx', { success: false, error: runError(location) });
    expect([...runDiagnostics(result, places)]).toEqual([]);
  });

  it('an error without a place stands at the top of the pattern', () => {
    const result = runResult('a.tsx', { success: false, error: runError(null) });
    const [found] = runDiagnostics(result, places).get('/work/a.tsx') ?? [];
    expect(found?.range.start).toEqual(at(0, 0));
  });

  it('waiting is a hint, a cancelled run is nothing', () => {
    const error = runError(null, { type: 'CancelledError' });
    const waiting = [{ at: { file: 'a.tsx', line: 2, column: 3 }, for: 'items.0.title' }];
    const result = runResult('a.tsx', { success: false, error, waiting });
    expect(runDiagnostics(result, places).get('/work/a.tsx')).toMatchObject([
      { message: 'waiting for items.0.title', severity: 4, range: { start: at(1, 2) } },
    ]);
  });

  it('malformed addresses are no paths', () => {
    expect(pathOf('file:///a%20b.tsx')).toBe('/a b.tsx');
    expect(pathOf('file:///%00%zz')).toBeUndefined();
    expect(pathOf('data:text/plain,x')).toBeUndefined();
  });
});

describe('quick fixes', () => {
  const range = { start: at(0, 0), end: at(0, 3) };
  const context = {
    documents: {
      files: memoryFileSource((file) => (file.includes('old') ? '' : undefined)),
      at: () => undefined,
    },
    collect: () => [],
    canCreateFiles: () => true,
  };
  const asking = (name: string, fixtures: string) => ({
    source: 'Patternbox',
    message: '',
    range,
    data: { service: { name }, fixtures },
  });
  it('replace the range of a finding that knows its fix', () => {
    const known = { source: 'Patternbox', message: '', range, data: { fix: 'const' } };
    const [action] = actionsFor('file:///a.tsx', [known, { message: 'other', range }], context);
    expect(action?.edit?.changes).toEqual({ 'file:///a.tsx': [{ range, newText: 'const' }] });
  });
  it('ignore data that is not ours', () => {
    const [mine, foreign] = [{ source: 'Patternbox' }, {}];
    for (const diagnostic of [
      { ...foreign, message: '', range, data: { fix: 'x' } },
      { ...foreign, message: '', range, data: asking('llm', '/a.fixtures.json').data },
      { ...mine, message: '', range, data: 7 },
      { ...mine, message: '', range, data: { service: { name: 7 }, fixtures: '/a.json' } },
    ]) {
      expect(actionsFor('file:///a.tsx', [diagnostic], context)).toEqual([]);
    }
  });
  it('create fixtures only where there are none, and only if the client can', () => {
    const create = [asking('llm', '/new.fixtures.json')];
    expect(actionsFor('file:///new.tsx', create, context)).toHaveLength(1);
    const unable = { ...context, canCreateFiles: () => false };
    expect(actionsFor('file:///new.tsx', create, unable)).toEqual([]);
    const old = [asking('llm', '/old.fixtures.json')];
    expect(actionsFor('file:///old.tsx', old, context)).toEqual([]);
  });
});
