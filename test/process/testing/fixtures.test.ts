/** Host services answered by the fixtures beside a pattern. */
import { describe, expect, it } from 'vitest';
import { patternbox, project, runJson } from '../cli/support.ts';
import { runTests, statuses, testFile } from './support.ts';

const fixtures = JSON.stringify({
  environment: { apiUrl: 'https://api.example/' },
  wish: { '#profile': { name: 'Ada' } },
  fetch: [
    { url: 'https://a.example/list', json: [1, 2, 3] },
    { urlIncludes: 'broken', status: 503 },
    { urlIncludes: 'slow', text: '"late"', delayMs: 50 },
    { urlIncludes: 'bytes', base64: 'AQID' },
  ],
  generateText: [{ promptIncludes: 'capital', result: 'Paris' }],
  generateObject: [{ result: { score: 7 } }],
});

const subject = `
  const page = new Writable('list');
  const url = computed(() => 'https://a.example/' + page.get());
  const list = fetchJson<number[]>({ url });
  const slow = fetchJson<string>({ url: 'https://slow.example/' });
  const text = generateText({ prompt: 'the capital of France' });
  const object = generateObject<{ score: number }>({ prompt: 'judge' });
  const profile = wish<{ name: string }>({ query: '#profile' });
  const environment = getPatternEnvironment();
`;
const steps = `
    { assertion: assert(() => list.result!.length === 3 && !list.pending) },
    { assertion: assert(() => slow.pending === true) },
    { assertion: assert(() => text.result === 'Paris') },
    { assertion: assert(() => object.result!.score === 7) },
    { assertion: assert(() => profile.result!.name === 'Ada') },
    { assertion: assert(() => environment.apiUrl === 'https://api.example/') },
    { action: action(() => page.set('broken')) },
    { assertion: assert(() => list.result === undefined && String(list.error).includes('503')) },
    { settle: true },
    { assertion: assert(() => slow.result === 'late') },
`;
const test = testFile(subject, steps);

describe('a fixtures file', () => {
  it('answers host services, the same each time', async () => {
    const files = { 'a.test.tsx': test, 'a.test.fixtures.json': fixtures };
    const result = await runTests(files);
    expect(statuses(result).filter((line) => !line.endsWith('passed'))).toEqual([]);
    expect(result.error).toBeNull();
    // A test falls back to the fixtures of the pattern that it is named after.
    expect((await runTests({ 'a.test.tsx': test, 'a.fixtures.json': fixtures })).failed).toBe(0);
    expect((await runTests({ 'a.test.tsx': test })).failed).toBeGreaterThan(4);
  });

  it('brings late answers to an assertion that waits for them', async () => {
    const waiting = `{ action: action(() => page.set('list')) }, { assertion: assert(() => slow.result === 'late') }`;
    const files = { 'a.test.tsx': testFile(subject, waiting), 'a.fixtures.json': fixtures };
    expect((await runTests(files)).failed).toBe(0);
  });

  it('answers a run, and what it does not answer is told', async () => {
    const text = `import { fetchJson, fetchBinary, generateText, pattern } from 'commonfabric';
export default pattern(() => ({
  list: fetchJson<number[]>({ url: 'https://a.example/list' }),
  bytes: fetchBinary({ url: 'https://a.example/bytes' }),
  other: fetchJson<number[]>({ url: 'https://elsewhere.example/' }),
  text: generateText({ prompt: 'unknown' }),
}));\n`;
    const cwd = project({ 'p.tsx': text, 'p.fixtures.json': fixtures });
    const { result, diagnostics, error } = await runJson(['p.tsx'], cwd);
    expect(error).toBeNull();
    expect(result).toMatchObject({
      list: { pending: false, result: [1, 2, 3] },
      other: { pending: true },
      text: { pending: true },
    });
    expect(JSON.stringify(result)).toContain('AQID');
    expect(diagnostics.map(({ code }) => code)).toEqual(['PB1274', 'PB1274']);
  });

  it.each([
    ['{', 'not JSON'],
    ['[]', 'object'],
    ['{"fetsh": []}', 'fetsh'],
    ['{"fetch": [{"json": 1}]}', 'urlIncludes'],
    ['{"fetch": [{"url": "a", "status": 99}]}', 'fetch.0.status'],
    ['{"fetch": [{"url": "a", "base64": "?"}]}', 'fetch.0.base64'],
    [JSON.stringify({ generateText: Array(1001).fill({}) }), 'generateText'],
    [JSON.stringify({ environment: { apiUrl: 'x'.repeat(5000) } }), 'environment.apiUrl'],
  ])('of the wrong shape stops the run with one sentence: %#', async (bad, place) => {
    const cwd = project({
      'p.tsx': `import { pattern } from 'commonfabric';\nexport default pattern(() => ({ a: 1 }));\n`,
      'p.fixtures.json': bad,
    });
    const { success, error } = await runJson(['p.tsx'], cwd);
    expect(success).toBe(false);
    expect(error).toMatchObject({ code: 'PB1901' });
    expect(error?.message).toContain('p.fixtures.json');
    expect(error?.message).toContain(place);
  });

  it('that cannot be read stops the run too, and is not passed over', async () => {
    const files = {
      'p.tsx': `import { pattern } from 'commonfabric';\nexport default pattern(() => ({ a: 1 }));\n`,
    };
    const large = project({ ...files, 'p.fixtures.json': `{}${' '.repeat(4 * 1024 * 1024)}` });
    const folder = project({ ...files, 'p.fixtures.json/inner.json': '{}' });
    const errors = [await runJson(['p.tsx'], large), await runJson(['p.tsx'], folder)].map(
      ({ error }) => error,
    );
    expect(errors.map((error) => error?.code)).toEqual(['PB1901', 'PB1901']);
    expect(errors[0]?.message).toContain('larger than');
    expect(errors[1]?.message).toContain('it is a folder');
  });
});

describe('fetchMocks', () => {
  const mocks = `export const fetchMocks = [{ urlIncludes: 'weather', body: { sky: 'blue' } }, 7, { urlIncludes: 'down', status: 500 }];\n`;
  const body = `
  const weather = fetchJson<{ sky: string }>({ url: 'https://weather.example/now' });
  const down = fetchText({ url: 'https://down.example/' });`;

  it('of a test answer its requests', async () => {
    const result = await runTests({
      'm.test.tsx':
        mocks +
        testFile(
          body,
          `{ assertion: assert(() => weather.result!.sky === 'blue') }, { assertion: assert(() => !!down.error) }`,
        ),
    });
    expect(result).toMatchObject({ passed: 2, failed: 0, error: null });
  });

  it('grant an ordinary pattern nothing', async () => {
    const cwd = project({ 'p.tsx': mocks + testFile(body, '', 'weather') });
    const { stdout } = await patternbox(['run', '--json', 'p.tsx'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ result: { weather: { pending: true } } });
  });
});

describe('navigateTo', () => {
  it('is recorded with its target', async () => {
    const text = `import { action, navigateTo, pattern } from 'commonfabric';
const Page = pattern<{ title: string }>(({ title }) => ({ title }));
export default pattern(() => ({ go: action(() => navigateTo(Page({ title: 'home' }))) }));\n`;
    const cwd = project({ 'n.tsx': text });
    const { trace } = await runJson(['--debug', '--send', 'go', 'n.tsx'], cwd);
    expect(trace?.events).toContainEqual(
      expect.objectContaining({
        type: 'navigate',
        target: expect.stringContaining('home') as string,
      }),
    );
  });
});
