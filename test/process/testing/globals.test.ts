/** What patterns find at hand, the same on every machine. */
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../../server/protocol/index.ts';
import { patternbox, project } from '../cli/support.ts';

describe('text for people', () => {
  it('is that of one locale and one time zone, wherever it runs', async () => {
    const text = `import { computed, pattern } from 'commonfabric';
export default pattern(() => ({
  number: computed(() => (1234567.891).toLocaleString()),
  money: computed(() => (5).toLocaleString('en-US', { style: 'currency', currency: 'USD' })),
  german: computed(() => (1234.5).toLocaleString('de-DE')),
  date: computed(() => new Date(0).toLocaleDateString()),
  time: computed(() => new Date(0).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })),
  zone: computed(() => new Date(0).toLocaleString('en-US', { timeZone: 'Asia/Tokyo' })),
  order: computed(() => ['b', 'a', 'C'].toSorted((x, y) => x.localeCompare(y)).join('')),
  upper: computed(() => 'i'.toLocaleUpperCase()),
  frozen: computed(() => Object.isFrozen(Date.prototype.toLocaleString)),
}));\n`;
    const cwd = project({ 'p.tsx': text });
    const env = { ...process.env, TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const { stdout } = await patternbox(['run', '--json', 'p.tsx'], { cwd, env });
    const { result } = JSON.parse(stdout) as { result: Record<string, unknown> };
    expect(result).toMatchObject({
      number: '1,234,567.891',
      money: '$5.00',
      german: '1.234,5',
      date: '1/1/1970',
      order: 'abC',
      upper: 'I',
      frozen: true,
    });
    expect(result.time).toMatch(/^12:00\sAM$/);
    expect(result.zone).toMatch(/^1\/1\/1970, 9:00:00\sAM$/);
  });
});

describe('a schema at module scope', () => {
  it('is data like any other', async () => {
    const text = `import { pattern, schema } from 'commonfabric';
import 'commonfabric/schema';
const model = schema({ type: 'object', properties: { message: { type: 'string', default: 'hi' } }, default: { message: 'hi' } });
export default pattern((input) => ({ message: input.message }), model, model);\n`;
    const cwd = project({ 'p.tsx': text });
    const { code, stdout } = await patternbox(['run', 'p.tsx'], { cwd });
    expect(stdout).toContain('hi');
    expect(code).toBe(0);
  });
});

describe('what the older API has at hand', () => {
  const older = (body: string) => `/// <cts-enable />
import { computed, handler, pattern, Writable } from 'commontools';
export default pattern(() => {
${body}
});
`;
  const run = async (text: string, ...options: readonly string[]) => {
    const cwd = project({ 'p.tsx': text });
    const { stdout } = await patternbox(['run', '--json', ...options, 'p.tsx'], { cwd });
    return JSON.parse(stdout) as RunResult;
  };

  it('has Temporal, on the clock and in the zone of the sandbox', async () => {
    const { result, error } = await run(
      older(`  const at = new Writable('');
  const note = handler<unknown, { at: Writable<string> }>((_, { at }) => {
    at.set([Temporal.Now.instant(), Temporal.Now.plainDateISO(), Temporal.Now.timeZoneId()].join(' '));
  });
  return {
    at,
    note: note({ at }),
    due: computed(() => Temporal.PlainDate.from('2026-02-03').add({ days: 40 }).toString()),
    order: computed(() => Temporal.PlainDate.compare('2026-02-03', '2026-02-04')),
    zoned: computed(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO('America/New_York').toString()),
    frozen: computed(() => Object.isFrozen(Temporal) && Object.isFrozen(Temporal.PlainDate.prototype)),
  };`),
      ...['--clock', '2026-02-03T04:05:06.789Z', '--send', 'note'],
    );
    expect(error).toBeNull();
    expect(result).toMatchObject({
      at: '2026-02-03T04:05:06Z 2026-02-03 UTC',
      due: '2026-03-15',
      order: -1,
      zoned: '1969-12-31T19:00:00-05:00[America/New_York]',
      frozen: true,
    });
  });

  it('refuses the clock of Temporal where it refuses that of Date', async () => {
    const { error } = await run(
      `import { computed, pattern } from 'commonfabric';
export default pattern(() => ({ at: computed(() => Temporal.Now.instant().epochMilliseconds) }));
`,
    );
    expect(error).toMatchObject({ code: 'PB1206' });
  });

  it('has identifiers and chance, the same for the same seed', async () => {
    const text = older(`  const ids = new Writable<unknown[]>([]);
  const make = handler<unknown, { ids: Writable<unknown[]> }>((_, { ids }) => {
    ids.push(randomUUID(), randomUUID(), secureRandom());
  });
  return { ids, make: make({ ids }) };`);
    const options = ['--seed', '7', '--send', 'make'];
    const [one, other] = [await run(text, ...options), await run(text, ...options)];
    const { ids } = one.result as { ids: [string, string, number] };
    expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(ids[1]).not.toBe(ids[0]);
    expect(ids[2]).toBeLessThan(1);
    expect(other.result).toEqual(one.result);
  });
});

describe('fetch in a handler', () => {
  const text = `import { handler, pattern, Writable } from 'commonfabric';
const load = handler<{ url: string }, { seen: Writable<string[]> }>(async ({ url }, { seen }) => {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' } });
    const body = response.ok ? JSON.stringify(await response.json()) : await response.text();
    seen.push([response.status, response.headers.get('Content-Type'), body].join(' '));
  } catch (error) {
    seen.push(error.message);
  }
});
export default pattern(() => {
  const seen = new Writable<string[]>([]);
  return { seen, load: load({ seen }) };
});
`;

  it('is answered by the fixtures, and refused without', async () => {
    const cwd = project({
      'p.tsx': text,
      'p.fixtures.json': JSON.stringify({
        fetch: [
          { url: 'https://a.example/list', json: [1, 2] },
          { urlIncludes: 'broken', status: 503, text: 'down' },
          { urlIncludes: 'lost', error: 'connection lost' },
        ],
      }),
    });
    const events = ['a.example/list', 'a.example/broken', 'a.example/lost', 'b.example/'].flatMap(
      (url) => ['--send', `load={"url":"https://${url}"}`],
    );
    const { stdout } = await patternbox(['run', '--json', ...events, 'p.tsx'], { cwd });
    const { result } = JSON.parse(stdout) as { result: { seen: string[] } };
    expect(result.seen.slice(0, 3)).toEqual([
      '200 application/json [1,2]',
      '503 text/plain down',
      'connection lost',
    ]);
    expect(result.seen[3]).toContain('b.example');
  });
});
