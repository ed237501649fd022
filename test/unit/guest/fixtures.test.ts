/** Fixtures as the guest looks them up, and as the host accepts them. */
import { describe, expect, it } from 'vitest';
import { makeAnswers, readMocks } from '../../../server/guest/fixtures.ts';
import { MAX_FIXTURES_TEXT, parseFixtures } from '../../../server/protocol/fixtures.ts';

describe('the first fixture that fits', () => {
  const answers = makeAnswers(() => ({
    fetch: [
      { url: 'https://a/', json: { n: 1 } },
      { urlIncludes: 'a', text: 'plain', delayMs: 5 },
      { urlIncludes: 'bad', status: 404 },
      { urlIncludes: 'bytes', base64: 'AQI=' },
      { urlIncludes: 'error', error: 'down' },
    ],
    wish: { '#x': 1 },
    generateText: [{ promptIncludes: 'hello', result: 'hi' }, { error: 'no' }],
  }));
  const ask = (service: string, url: string): unknown => answers.answer(service, { url })?.value;

  it('answers an address', () => {
    expect(ask('fetchJson', 'https://a/')).toEqual({
      pending: false,
      result: { n: 1 },
      error: undefined,
    });
    expect(ask('fetchText', 'https://a/')).toMatchObject({ result: '{"n":1}' });
    expect(ask('fetchData', 'http://a/b')).toMatchObject({ result: 'plain' });
    expect(ask('fetchJson', 'http://a/b')).toMatchObject({
      result: undefined,
      error: 'The answer is not JSON.',
    });
    expect(answers.answer('fetchText', { url: 'http://a/b' })?.delayMs).toBe(5);
    expect(ask('fetchJson', 'http://b/bd')).toBeUndefined();
  });

  it('answers with errors and bytes', () => {
    const only = makeAnswers(() => ({
      fetch: [
        { urlIncludes: 'missing', status: 404 },
        { urlIncludes: 'down', error: 'down' },
        { urlIncludes: 'bytes', base64: 'AQI=' },
      ],
    }));
    const value = (service: string, url: string): unknown => only.answer(service, { url })?.value;
    expect(value('fetchJson', 'missing')).toMatchObject({
      error: expect.stringContaining('404') as string,
    });
    expect(value('fetchText', 'down')).toMatchObject({ error: 'down', result: undefined });
    expect(value('fetchBinary', 'bytes')).toMatchObject({ result: new Uint8Array([1, 2]) });
  });

  it('answers prompts and queries by their own names only', () => {
    expect(answers.answer('generateText', { prompt: 'hello you' })?.value).toMatchObject({
      result: 'hi',
    });
    expect(answers.answer('generateText', { prompt: 'bye' })?.value).toMatchObject({ error: 'no' });
    expect(answers.answer('wish', { query: '#x' })).toEqual({ value: 1 });
    expect(answers.answer('wish', { query: 'constructor' })).toBeUndefined();
    expect(answers.answer('constructor', {})).toBeUndefined();
    expect(answers.granted('generateObject')).toBe(false);
    expect(answers.granted('__proto__')).toBe(false);
  });
});

describe('what a test module grants itself', () => {
  it('is read from plain descriptions only', () => {
    expect(readMocks('x')).toEqual([]);
    expect(readMocks([null, 1, {}, { urlIncludes: 7 }])).toEqual([]);
    expect(readMocks([{ urlIncludes: 'a', body: { b: 1 }, status: '9', extra: 1 }])).toEqual([
      { urlIncludes: 'a', json: { b: 1 } },
    ]);
    expect(readMocks(Array(2000).fill({ urlIncludes: 'a' }))).toHaveLength(1000);
  });
});

describe('the text of a fixtures file', () => {
  it('is bounded', () => {
    expect(parseFixtures(' '.repeat(MAX_FIXTURES_TEXT + 1))).toMatchObject({
      reason: expect.stringContaining('longer') as string,
    });
  });

  it('may begin with a byte order mark', () => {
    expect(parseFixtures('\uFEFF{}')).toEqual({ fixtures: {} });
  });

  it('is nothing but what is documented', () => {
    expect(parseFixtures('{"fetch":[{"url":"a","urlIncludes":"b"}]}')).toHaveProperty('reason');
    expect(parseFixtures('{"wish":[]}')).toHaveProperty('reason');
    expect(parseFixtures('{"__proto__":{"fetch":1}}')).not.toHaveProperty('fixtures.fetch');
  });
});
