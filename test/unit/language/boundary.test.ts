import { afterEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { requests } from '../../../server/protocol/client.ts';
import { header, startHarness, uri, type Harness } from './harness.ts';

let server: Harness;
afterEach(() => {
  server.dispose();
});
const good = `${header}export default pattern(() => 1);\n`;

describe('without workspace trust', () => {
  it('static checks work and running waits', async () => {
    server = await startHarness({}, false);
    await server.open('a.tsx', `${good}// finding`);
    expect(await server.pull('a.tsx')).toHaveLength(1);
    for (const [contract, params] of [
      [requests.run, { uri: uri('a.tsx') }],
      [requests.selfTest, {}],
      [requests.restartSandbox, {}],
      [requests.trace, { uri: uri('a.tsx') }],
      [requests.test, { testRunId: 't', uri: uri('a.test.tsx') }],
    ] as const) {
      await expect(server.raw(contract.method, params)).rejects.toMatchObject({
        data: { code: 'PB1701' },
      });
    }
    expect(server.engine().requests).toEqual([]);
  });

  it('a save runs nothing, and trust that is granted later counts', async () => {
    server = await startHarness({}, false);
    await server.open('a.tsx', good);
    await server.configure({ runOn: 'save' }, false);
    await server.save('a.tsx');
    await server.configure({}, true);
    expect(await server.ask(requests.run, { uri: uri('a.tsx') })).toMatchObject({ state: 'fresh' });
    expect(server.engine().requests).toHaveLength(1);
  });
});

describe('malformed requests', () => {
  const bad: [string, unknown, RegExp][] = [
    ['patternbox/run', {}, /^The request “patternbox\/run” was refused: uri: /],
    ['patternbox/run', null, /uri/],
    ['patternbox/run', { uri: 7 }, /uri/],
    ['patternbox/run', { uri: 'file:///a', exportName: '' }, /exportName/],
    ['patternbox/run', { uri: 'x'.repeat(10_000) }, /uri/],
    ['patternbox/send', { runId: 'x' }, /stream/],
    ['patternbox/stop', { runId: {} }, /runId/],
    ['patternbox/trace', [], /uri/],
  ];
  it.each(bad)('%s %j is refused in one sentence', async (method, params, sentence) => {
    server = await startHarness();
    await expect(server.raw(method, params)).rejects.toMatchObject({
      message: expect.stringMatching(sentence) as string,
      data: { code: 'PB1702' },
    });
  });

  it('parameters by position are read like any others', async () => {
    server = await startHarness({ 'a.tsx': good });
    const view = await server.raw('patternbox/run', { uri: uri('a.tsx') }, null, null);
    expect(view).toMatchObject({ state: 'fresh' });
    await expect(server.raw('patternbox/run', [], 1)).rejects.toMatchObject({
      data: { code: 'PB1702' },
    });
  });

  it('an address that is no file is refused, not resolved', async () => {
    server = await startHarness();
    for (const address of ['untitled:Untitled-1', 'http://host/a.tsx', 'file://host/%00']) {
      await expect(server.ask(requests.run, { uri: address })).rejects.toMatchObject({
        data: { code: 'PB1704' },
      });
    }
  });

  it('settings out of bounds are not taken', async () => {
    server = await startHarness({ 'a.tsx': good });
    await server.configure({
      limits: { timeoutMs: 1e12, cpuTimeoutMs: 1000, memoryMb: 512, maxOutputBytes: 4096 },
    });
    await server.ask(requests.run, { uri: uri('a.tsx') });
    expect(server.engine().requests[0]?.limits?.timeoutMs).toBe(30_000);
  });

  it('nothing that can be sent ends the server', async () => {
    server = await startHarness({ 'a.tsx': good });
    const methods = Object.values(requests).map(({ method }) => method);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...methods), fc.jsonValue(), async (method, params) => {
        const answered = server.raw(method, params).then(
          () => true,
          (error: unknown) => error instanceof Error && error.message.length < 2000,
        );
        expect(await answered).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(await server.ask(requests.run, { uri: uri('a.tsx') })).toMatchObject({ state: 'fresh' });
  });
});
