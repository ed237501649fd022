/** The network that a user allows: what gets through to a real server, and what must not. */
import { describe, expect, it } from 'vitest';
import { project, runJson } from '../cli/support.ts';
import { startWeb } from './web.ts';

/** A pattern whose handler fetches and keeps what came, or why nothing came. */
const fetching = (url: string, init = '{}') => `
import { action, pattern, Writable } from 'commonfabric';
export default pattern(() => {
  const told = new Writable('');
  const go = action(async () => {
    try {
      const response = await fetch(${JSON.stringify(url)}, ${init});
      told.set(response.status + ' ' + (await response.text()).slice(0, 100));
    } catch (error) {
      told.set(error.name + ' ' + error.code + ': ' + error.message);
    }
  });
  return { told, go };
});
`;

async function fetched(
  url: string,
  rules: readonly string[],
  init?: string,
): Promise<{ told: string; trace: { scope: string; target: string; granted: boolean }[] }> {
  const cwd = project({ 'p.tsx': fetching(url, init) });
  const allow = rules.flatMap((rule) => ['--allow-net', rule]);
  const run = await runJson(['p.tsx', '--send', 'go', '--debug', ...allow], cwd);
  expect(run.errors).toEqual([]);
  const trace = (run.trace?.events ?? []).flatMap((event) =>
    event.type === 'permission'
      ? [{ scope: event.scope, target: event.target, granted: event.granted }]
      : [],
  );
  return { told: (run.result as { told: string }).told, trace };
}

describe('fetch in a handler', () => {
  it('reaches exactly the host and the port that a rule names', async () => {
    const web = await startWeb();
    const place = `127.0.0.1:${web.port}`;
    const { told, trace } = await fetched(`http://${place}/json`, [place]);
    expect(told).toBe('200 {"items":[1,2,3]}');
    expect(web.seen).toEqual(['GET /json']);
    expect(trace).toEqual([{ scope: 'network', target: `http://${place}/json`, granted: true }]);
  });

  it('sends a method, headers and a body, and none that are not its own', async () => {
    const web = await startWeb();
    const place = `127.0.0.1:${web.port}`;
    const init = `{ method: 'POST', headers: { 'X-Mine': 'yes', Host: 'other.example', Cookie: 'a=b' }, body: 'data' }`;
    expect((await fetched(`http://${place}/echo`, [place], init)).told).toBe('200 POST data');
    expect(web.headers[0]).toMatchObject({ 'x-mine': 'yes', host: place });
    expect(web.headers[0]).not.toHaveProperty('cookie');
  });

  it.each([
    ['nothing', []],
    ['another port', ['127.0.0.1:1']],
    ['another host', ['api.example.com', 'localhost']],
    ['the host without its port, which is this machine', ['127.0.0.1']],
    ['a name that is not the address', ['localhost:PORT']],
  ])('is refused before anything is connected by %s', async (_what, rules) => {
    const web = await startWeb();
    const place = `127.0.0.1:${web.port}`;
    const own = rules.map((rule) => rule.replace('PORT', String(web.port)));
    const { told, trace } = await fetched(`http://${place}/json`, own);
    expect(told).toContain(
      `PermissionError PB1401: The pattern asked for network access to "${place}"`,
    );
    expect(web.seen).toEqual([]);
    expect(trace).toEqual([{ scope: 'network', target: place, granted: false }]);
  });

  it('does not reach this machine by a name unless the rule names that with its port', async () => {
    const web = await startWeb();
    const url = `http://localhost:${web.port}/json`;
    expect((await fetched(url, [`127.0.0.1:${web.port}`])).told).toContain('PB1401');
    expect((await fetched(url, ['localhost'])).told).toContain('this machine');
    expect(web.seen).toEqual([]);
    expect((await fetched(url, [`localhost:${web.port}`])).told).toContain('200');
  });

  it('is not deceived by another spelling of the address', async () => {
    const web = await startWeb();
    const { port } = web;
    const urls = [
      `http://2130706433:${port}/`,
      `http://0177.0.0.1:${port}/`,
      `http://allowed.example@127.0.0.1:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://[::1]:${port}/`,
      `http://0.0.0.0:${port}/`,
      `http://allowed.example.:${port}/`,
      // A URL ends the host here, so this asks the allowed one, which does not exist.
      `http://allowed.example\\@127.0.0.1:${port}/`,
      'file:///etc/passwd',
      'ftp://allowed.example/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[fd00:ec2::254]/latest/meta-data/',
    ];
    const text = `
import { action, pattern, Writable } from 'commonfabric';
export default pattern(() => {
  const told = new Writable<string[]>([]);
  const go = action(async () => {
    const all = await Promise.allSettled(${JSON.stringify(urls)}.map((url) => fetch(url)));
    told.set(all.map(({ reason }: any) => reason?.name + ' ' + reason?.code));
  });
  return { told, go };
});
`;
    const cwd = project({ 'p.tsx': text });
    const rules = ['allowed.example', '169.254.169.254', '[fd00:ec2::254]', '0.0.0.0', '[::1]'];
    const allow = rules.flatMap((rule) => ['--allow-net', rule]);
    const { result } = await runJson(['p.tsx', '--send', 'go', ...allow], cwd);
    const refusals = urls.map((url) =>
      url.includes('\\') ? 'Error PB1406' : 'PermissionError PB1401',
    );
    expect(result).toMatchObject({ told: refusals });
    expect(web.seen).toEqual([]);
  });

  it('follows redirects, each of which needs a rule', async () => {
    const [web, other] = [await startWeb(), await startWeb()];
    const place = `127.0.0.1:${web.port}`;
    const elsewhere = `127.0.0.1:${other.port}`;
    const url = `http://${place}/redirect?to=http://${elsewhere}/json`;
    expect((await fetched(url, [place])).told).toMatch(/PB1401.*redirect leads there/);
    expect(other.seen).toEqual([]);
    const init = `{ headers: { authorization: 'Bearer mine' } }`;
    expect((await fetched(url, [place, elsewhere], init)).told).toContain('200');
    expect(other.seen).toEqual(['GET /json']);
    expect(web.headers[1]).toHaveProperty('authorization');
    expect(other.headers[0]).not.toHaveProperty('authorization');
    const file = `http://${place}/redirect?to=file:///etc/passwd`;
    expect((await fetched(file, [place])).told).toContain('PB1401');
    expect((await fetched(`http://${place}/loop`, [place])).told).toMatch(/PB1406.*more than 5/);
  });

  it('is bounded in size, packed or not, and does not show cookies', async () => {
    const web = await startWeb();
    const place = `127.0.0.1:${web.port}`;
    const told = async (path: string) => (await fetched(`http://${place}${path}`, [place])).told;
    expect(await told('/gzip')).toBe('200 unpacked');
    expect(await told('/missing')).toBe('404 nothing here');
    expect(await told('/bomb')).toMatch(/Error PB1406.*larger than 5242880 bytes/);
    expect(await told('/endless')).toMatch(/Error PB1406.*larger than 5242880 bytes/);
    const cwd = project({
      'p.tsx': fetching(`http://${place}/json`).replace(
        'response.status',
        "[...response.headers.keys()].join() + response.headers.get('Content-Type')",
      ),
    });
    const run = await runJson(['p.tsx', '--send', 'go', '--allow-net', place], cwd);
    expect(JSON.stringify(run.result)).toContain('application/json');
    expect(JSON.stringify(run.result)).not.toContain('cookie');
  });

  it('that is never answered fails with the time of the run, which ends in order', async () => {
    const web = await startWeb();
    const place = `127.0.0.1:${web.port}`;
    const cwd = project({ 'p.tsx': fetching(`http://${place}/silent`) });
    const args = ['p.tsx', '--send', 'go', '--timeout', '700', '--allow-net', place];
    const run = await runJson(args, cwd);
    expect(run.outcome).toBe('completed');
    expect(JSON.stringify(run.result)).toMatch(/PB1406.*no whole answer/);
  });

  it('has a place: the error of an uncaught refusal stands at the call', async () => {
    const text = `import { action, pattern } from 'commonfabric';
export default pattern(() => {
  const go = action(async () => {
    const url = 'http://127.0.0.1:9/x';
    await fetch(url);
  });
  return { go };
});
`;
    const cwd = project({ 'p.tsx': text });
    const args = ['p.tsx', '--send', 'go', '--allow-net', 'api.example.com'];
    const { error, success } = await runJson(args, cwd);
    expect(success).toBe(false);
    expect(error).toMatchObject({
      type: 'PermissionError',
      code: 'PB1401',
      location: { file: 'p.tsx', line: 5 },
    });
    expect(error?.message).toContain('127.0.0.1:9');
    expect(error?.help?.text).toContain('--allow-net 127.0.0.1:9');
  });

  it('has a budget', async () => {
    const web = await startWeb();
    const place = `127.0.0.1:${web.port}`;
    const text = `import { action, pattern, Writable } from 'commonfabric';
export default pattern(() => {
  const told = new Writable('');
  const go = action(async () => {
    const all = Array.from({ length: 300 }, () => fetch('http://${place}/'));
    const done = await Promise.allSettled(all);
    const failed = done.filter((each) => each.status === 'rejected');
    told.set(failed.length + ' ' + failed[0].reason.code);
  });
  return { told, go };
});
`;
    const cwd = project({ 'p.tsx': text });
    const { result } = await runJson(['p.tsx', '--send', 'go', '--allow-net', place], cwd);
    expect(result).toMatchObject({ told: '44 PB1409' });
    expect(web.seen).toHaveLength(256);
  });
});

describe('rules of the command line', () => {
  it.each([
    ['--allow-net', 'https://api.example.com/', 'HOST:PORT'],
    ['--allow-net', '*.example.com', 'in full'],
    ['--allow-net', 'api.example.com:99999', '65535'],
    ['--allow-env', 'A B', 'one environment variable'],
    ['--allow-read', 'no-such-folder', 'no such file'],
    ['--allow-read', '//server/share', 'network path'],
    ['--allow-read', 'file:///etc', 'not an address'],
    ['--allow-read', '/', 'whole file system'],
  ])('%s %s is refused', async (option, value, reason) => {
    const cwd = project({ 'p.tsx': fetching('http://a.example/') });
    const run = await runJson(['p.tsx', option, value], cwd);
    expect(run.error).toMatchObject({ code: 'PB1408' });
    expect(run.error?.message).toContain(reason);
  });
});
