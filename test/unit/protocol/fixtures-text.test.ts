import { describe, expect, it } from 'vitest';
import { fixturesTextFor, isAnswerable, parseFixtures } from '../../../server/protocol/index.ts';

const made = (...services: Parameters<typeof fixturesTextFor>[0]) => {
  const parsed = parseFixtures(fixturesTextFor(services));
  return 'fixtures' in parsed ? parsed.fixtures : parsed.reason;
};

describe('the text of a new fixtures file', () => {
  it('has one empty answer to each request, and nothing else', () => {
    expect(
      made(
        { name: 'fetchText', about: 'https://a.example/x' },
        { name: 'fetchJson' },
        { name: 'fetchJson', about: 'https://a.example/y' },
        { name: 'fetchJson', about: 'https://a.example/y' },
        { name: 'wish', about: '#profile' },
        { name: 'dataFile', about: 'a.csv' },
        { name: 'generateObject' },
      ),
    ).toEqual({
      wish: { '#profile': {} },
      dataFile: { 'a.csv': '' },
      fetch: [
        { url: 'https://a.example/x', text: '' },
        { url: 'https://a.example/y', json: {} },
        { urlIncludes: 'https://', json: {} },
      ],
      generateObject: [{ result: {} }],
    });
  });

  it.each([
    'fetchJson',
    'fetchJsonUnchecked',
    'fetchText',
    'fetchBinary',
    'fetchData',
    'fetchProgram',
    'streamData',
    'cellFromUrl',
    'generateText',
    'generateObject',
    'llm',
    'wish',
    'dataFile',
  ])('is valid for %s', (name) => {
    expect(isAnswerable({ name })).toBe(true);
    expect(Object.keys(made({ name }))).toHaveLength(1);
  });

  it.each(['sqliteDatabase', 'llmDialog', 'compileAndRun', 'constructor', ''])(
    'has nothing for %j',
    (name) => {
      expect(isAnswerable({ name })).toBe(false);
      expect(made({ name })).toEqual({});
    },
  );

  it('stays valid whatever a pattern asks about', () => {
    const long = 'https://a.example/'.padEnd(10_000, 'x');
    for (const about of ['__proto__', 'constructor', '', '"', '\u0000', '\ud800', long]) {
      for (const name of ['wish', 'dataFile', 'fetchJson']) {
        expect(typeof made({ name, about }), `${name} ${about.slice(0, 20)}`).toBe('object');
      }
    }
  });
});
