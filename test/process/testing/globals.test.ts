/** What patterns find at hand, the same on every machine. */
import { describe, expect, it } from 'vitest';
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
