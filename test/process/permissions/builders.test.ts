/** `fetchJson` and its like, with rules and without. */
import { describe, expect, it } from 'vitest';
import { project, runJson } from '../cli/support.ts';
import { startWeb } from './web.ts';

describe('the fetching builders', () => {
  const page = (place: string, path = '/json') => `
import { computed, fetchBinary, fetchJson, fetchText, pattern, Writable } from 'commonfabric';
export default pattern(() => {
  const url = new Writable('http://${place}${path}');
  const list = fetchJson<{ items: number[] }>({ url });
  const count = computed(() => list.result?.items?.length ?? 0);
  const text = fetchText({ url: 'http://${place}/echo', options: { method: 'POST', body: { a: 1 } } });
  const bytes = fetchBinary({ url: 'http://${place}/hello' });
  return { list, count, text, bytes };
});
`;

  it('get their results, and what is computed of them', async () => {
    const web = await startWeb();
    const place = `127.0.0.1:${web.port}`;
    const cwd = project({ 'p.tsx': page(place) });
    const { result, error, diagnostics } = await runJson(['p.tsx', '--allow-net', place], cwd);
    expect(error).toBeNull();
    expect(diagnostics).toEqual([]);
    expect(result).toMatchObject({
      list: { pending: false, result: { items: [1, 2, 3] } },
      count: 3,
      text: { result: 'POST {"a":1}' },
    });
    expect(JSON.stringify(result)).toContain(btoa('hello'));
    expect([...web.seen].sort()).toEqual(['GET /hello', 'GET /json', 'POST /echo']);
  });

  it('ask no one without a rule, and say so', async () => {
    const web = await startWeb();
    const cwd = project({ 'p.tsx': page(`127.0.0.1:${web.port}`) });
    const { result, diagnostics, success } = await runJson(['p.tsx'], cwd);
    expect(success).toBe(true);
    expect(result).toMatchObject({ list: { pending: true }, count: 0 });
    expect(diagnostics.map(({ code }) => code)).toEqual(['PB1274', 'PB1274', 'PB1274']);
    expect(web.seen).toEqual([]);
  });

  it('are refused with an error at the call where rules allow something else', async () => {
    const web = await startWeb();
    const place = `127.0.0.1:${web.port}`;
    const cwd = project({ 'p.tsx': page(place) });
    const { result, error, errors } = await runJson(['p.tsx', '--allow-net', 'a.example'], cwd);
    expect(web.seen).toEqual([]);
    expect(result).toMatchObject({ list: { pending: false }, count: 0 });
    expect(JSON.stringify(result)).toContain('which is not granted: no rule names it');
    const places = [error, ...errors].map((each) => [each?.type, each?.location?.line]);
    expect(places.sort()).toEqual([
      ['PermissionError', 5],
      ['PermissionError', 7],
      ['PermissionError', 8],
    ]);
  });

  it('are asked again when the address changes, and once for each', async () => {
    const web = await startWeb();
    const place = `127.0.0.1:${web.port}`;
    const text = `import { action, computed, fetchText, pattern, Writable } from 'commonfabric';
export default pattern(() => {
  const page = new Writable('a');
  const url = computed(() => 'http://${place}/' + page.get());
  const text = fetchText({ url });
  const go = action(() => page.set('b'));
  const back = action(() => page.set('a'));
  return { text, go, back };
});
`;
    const cwd = project({ 'p.tsx': text });
    const args = ['p.tsx', '--send', 'go', '--send', 'back', '--allow-net', place];
    expect((await runJson(args, cwd)).result).toMatchObject({ text: { result: 'hello' } });
    expect(web.seen).toEqual(['GET /a', 'GET /b']);
  });

  it('prefer fixtures to the network', async () => {
    const web = await startWeb();
    const place = `127.0.0.1:${web.port}`;
    const fixtures = JSON.stringify({ fetch: [{ urlIncludes: '/json', json: { items: [1] } }] });
    const cwd = project({ 'p.tsx': page(place), 'p.fixtures.json': fixtures });
    const { result } = await runJson(['p.tsx', '--allow-net', place], cwd);
    expect(result).toMatchObject({ count: 1 });
    expect([...web.seen].sort()).toEqual(['GET /hello', 'POST /echo']);
  });
});
