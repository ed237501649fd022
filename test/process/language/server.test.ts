import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { requests } from '../../../server/protocol/client.ts';
import { startRealServer, type RealServer } from './real-server.ts';

let server: RealServer;
afterEach(async () => {
  await server.stop();
});

const counter = `import { Default, handler, NAME, pattern, Stream, UI, Writable } from "commonfabric";
interface Input { value: Default<number, 0>; }
interface Output { value: number; increment: Stream<void>; }
const increment = handler<void, { value: Writable<number> }>((_event, { value }) => {
  value.set(value.get() + 1);
});
export default pattern<Input, Output>(({ value }) => {
  return {
    [NAME]: "Counter",
    [UI]: <cf-button onClick={increment({ value })}>{value}</cf-button>,
    value,
    increment: increment({ value }),
  };
});
`;
const total = `export function total(prices: { amount: number }[] | undefined): number {
  return prices!.reduce((sum, price) => sum + price.amount, 0);
}
`;
const broken = `import { computed, pattern } from "commonfabric";
import { total } from "./total.ts";
const prices = [{ amount: 1 }, null as unknown as { amount: number }];
export default pattern<{}>(() => ({ sum: computed(() => total(prices)) }));
`;
const loops = `import { computed, pattern } from "commonfabric";
export default pattern<{}>(() => ({
  never: computed(() => {
    while (true) {}
  }),
}));
`;

describe('the server as a process', () => {
  it('proves its layers', async () => {
    server = await startRealServer({});
    const { layers } = await server.ask(requests.selfTest, {});
    expect(layers.length).toBeGreaterThan(3);
    expect(layers.filter(({ required, active }) => required && !active)).toEqual([]);
  });

  it('runs what is in the editor, keeps it alive and sends it events', async () => {
    server = await startRealServer({ 'counter.tsx': 'on the disk' });
    await server.open('counter.tsx', counter);
    const view = await server.ask(requests.run, {
      uri: server.uri('counter.tsx'),
      input: { value: 41 },
    });
    expect(view).toMatchObject({ state: 'fresh', alive: true });
    expect(view.result?.result).toMatchObject({ $NAME: 'Counter', value: 41 });
    const { runId } = view;
    const next = await server.ask(requests.send, { runId, stream: 'increment' });
    expect(next.result?.result).toMatchObject({ value: 42 });
    // The button that the view draws sends to the stream that its own property holds.
    const stream = '$UI.props.onClick';
    const clicked = await server.ask(requests.send, { runId, stream, event: { type: 'click' } });
    expect(clicked.result?.result).toMatchObject({ value: 43 });
    // Stopping ends the pattern but takes nothing away from what it has shown.
    expect(await server.ask(requests.stop, { runId })).toEqual({ stopped: 1 });
    const last = { alive: false, state: 'fresh', result: { result: { value: 43 } } };
    await vi.waitFor(() => expect(server.views.at(-1)).toMatchObject(last));
  });

  it('places a run error in a closed sibling at the throwing expression', async () => {
    server = await startRealServer({ 'total.ts': total });
    await server.open('broken.tsx', broken);
    const view = await server.ask(requests.run, { uri: server.uri('broken.tsx') });
    expect(view).toMatchObject({ state: 'failed' });
    await vi.waitFor(() => expect(server.pushed.get(server.uri('total.ts'))).toHaveLength(1));
    const [error] = server.pushed.get(server.uri('total.ts')) ?? [];
    expect(error?.range.start).toEqual({ line: 1, character: 52 });
    const related = error?.relatedInformation?.map(({ location }) => location.uri);
    expect(related).toContain(server.uri('broken.tsx'));
    expect(view.result?.error?.hiddenFrames).toBeGreaterThan(0);

    const { view: traced } = await server.ask(requests.trace, { uri: server.uri('broken.tsx') });
    expect(traced?.result?.error?.hiddenFrames).toBe(0);
    const kinds = new Set(traced?.result?.error?.frames.map(({ kind }) => kind));
    expect(kinds).toContain('pattern');
    expect(kinds.size).toBeGreaterThan(1);
  });

  it('reports a broken rule of the module scope before anything runs', async () => {
    server = await startRealServer({});
    await server.open(
      'rule.tsx',
      'import { pattern } from "commonfabric";\nlet count = 0;\nexport default pattern(() => ({ count }));\n',
    );
    const found = await server.pull('rule.tsx');
    expect(found).toMatchObject([{ severity: 1, range: { start: { line: 1 } } }]);
  });

  it('stops an endless loop and runs the next pattern', async () => {
    server = await startRealServer({ 'loops.tsx': loops, 'counter.tsx': counter });
    const running = server.ask(requests.run, { uri: server.uri('loops.tsx') });
    await vi.waitFor(() => expect(server.views.at(-1)?.state).toBe('running'));
    expect(await server.ask(requests.stop, {})).toEqual({ stopped: 1 });
    expect(await running).toMatchObject({ state: 'stopped', alive: false });
    const view = await server.ask(requests.run, { uri: server.uri('counter.tsx') });
    expect(view).toMatchObject({ state: 'fresh' });
  });

  it('ends an endless loop at its limit and names the line', async () => {
    const limits = { timeoutMs: 400, cpuTimeoutMs: 400, memoryMb: 512, maxOutputBytes: 4096 };
    server = await startRealServer({ 'loops.tsx': loops }, { limits });
    await server.open('loops.tsx', loops);
    const view = await server.ask(requests.run, { uri: server.uri('loops.tsx') });
    expect(view.result).toMatchObject({ outcome: 'timeout', error: { type: 'TimeoutError' } });
    expect(await server.pull('loops.tsx')).toMatchObject([{ range: { start: { line: 3 } } }]);
  });
});

describe.runIf(existsSync('/proc/self/task'))('processes', () => {
  it('a sandbox that is killed from outside does not end the server', async () => {
    server = await startRealServer({ 'counter.tsx': counter });
    const view = await server.ask(requests.run, { uri: server.uri('counter.tsx') });
    for (const pid of server.children()) process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(server.views.at(-1)?.alive).toBe(false), { timeout: 20_000 });
    await expect(
      server.ask(requests.send, { runId: view.runId, stream: 'increment' }),
    ).rejects.toMatchObject({ data: { code: 'PB1703' } });
    const again = await server.ask(requests.run, { uri: server.uri('counter.tsx') });
    expect(again).toMatchObject({ state: 'fresh' });
  });

  it('SIGUSR1 opens no inspector', async () => {
    server = await startRealServer({ 'counter.tsx': counter });
    const said: string[] = [];
    server.process.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    server.process.kill('SIGUSR1');
    const view = await server.ask(requests.run, { uri: server.uri('counter.tsx') });
    expect(view).toMatchObject({ state: 'fresh' });
    expect(said.join('')).not.toMatch(/debugger listening/i);
  });

  it('shutdown leaves no process behind', async () => {
    server = await startRealServer({ 'counter.tsx': counter });
    await server.ask(requests.run, { uri: server.uri('counter.tsx') });
    const children = server.children();
    expect(children.length).toBeGreaterThan(0);
    expect(await server.stop()).toBe(0);
    await vi.waitFor(() => {
      expect(children.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    });
  });

  it('an editor that dies takes the server and its sandboxes with it', async () => {
    server = await startRealServer({ 'counter.tsx': counter });
    await server.ask(requests.run, { uri: server.uri('counter.tsx') });
    const children = server.children();
    server.process.stdin?.end();
    await vi.waitFor(
      () => {
        expect(server.process.exitCode).not.toBeNull();
        expect(children.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
      },
      { timeout: 20_000 },
    );
  });
});

describe('the time that is shown of a live pattern', () => {
  it('is that of its last command, not of the pause before it', async () => {
    server = await startRealServer({ 'counter.tsx': counter });
    const { runId } = await server.ask(requests.run, { uri: server.uri('counter.tsx') });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = performance.now();
    const view = await server.ask(requests.send, { runId, stream: 'increment' });
    const most = performance.now() - before;
    expect(view.result?.usage.wallTimeMs).toBeLessThanOrEqual(most);
  });
});
