import { afterEach, describe, expect, it, vi } from 'vitest';
import { requests } from '../../../server/protocol/client.ts';
import { header, startHarness, uri, type Harness } from './harness.ts';

let server: Harness;
afterEach(() => {
  server.dispose();
});

const a = uri('a.tsx');
const good = `${header}export default pattern(() => 1);\n`;
const hang = `${header}// hang\n`;
const states = () => server.views.map(({ state }) => state);

describe('a run', () => {
  it('is of the text in the editor, not of the disk, and stays alive', async () => {
    server = await startHarness({ 'a.tsx': 'old' });
    await server.open('a.tsx', good);
    const view = await server.ask(requests.run, { uri: a, input: { n: 1 } });
    expect(view).toMatchObject({ uri: a, rootUri: 'file:///work', state: 'fresh', alive: true });
    expect(view.result?.result).toMatchObject({ text: good, input: { n: 1 } });
    expect(states()).toEqual(['running', 'fresh']);
    expect(server.console).toEqual(['hello']);
  });

  it('works on a file that is not open', async () => {
    server = await startHarness({ 'a.tsx': good });
    const view = await server.ask(requests.run, { uri: a });
    expect(view.result?.result).toMatchObject({ text: good });
  });

  it('passes the limits of the settings on', async () => {
    server = await startHarness({ 'a.tsx': good });
    const limits = { timeoutMs: 500, cpuTimeoutMs: 400, memoryMb: 128, maxOutputBytes: 2048 };
    await server.configure({ limits, debug: true });
    await server.ask(requests.run, { uri: a });
    expect(server.engine().requests).toMatchObject([{ limits, debug: true }]);
  });

  it('takes events one after the other', async () => {
    server = await startHarness({ 'a.tsx': good });
    const { runId } = await server.ask(requests.run, { uri: a });
    await server.ask(requests.send, { runId, stream: 'add', event: { by: 2 } });
    const view = await server.ask(requests.send, { runId, stream: 'add' });
    expect(view.result?.result).toMatchObject({ count: 2, stream: 'add' });
  });

  it('ends the run before it: at most one process a file', async () => {
    server = await startHarness({ 'a.tsx': good });
    await server.ask(requests.run, { uri: a });
    await server.ask(requests.run, { uri: a });
    expect(server.engine().alive).toBe(1);
  });

  it('becomes stale by an edit and fresh again when the edit is undone', async () => {
    server = await startHarness();
    await server.open('a.tsx', good);
    await server.ask(requests.run, { uri: a });
    await server.edit('a.tsx', `${good} `);
    await vi.waitFor(() => expect(states().at(-1)).toBe('stale'));
    expect(server.engine().alive).toBe(1);
    await server.edit('a.tsx', good);
    await vi.waitFor(() => expect(states().at(-1)).toBe('fresh'));
  });

  it('becomes stale when a sibling that it has read changes, and only then', async () => {
    server = await startHarness({ 'a.tsx': `${good}// import b.ts` });
    await server.open('b.ts', '1');
    await server.open('c.ts', '1');
    await server.ask(requests.run, { uri: a });
    await server.edit('c.ts', '2');
    await server.pull('c.ts');
    expect(states().at(-1)).toBe('fresh');
    await server.edit('b.ts', '2');
    await vi.waitFor(() => expect(states().at(-1)).toBe('stale'));
  });

  it('is cancelled by an edit only if the setting says so', async () => {
    server = await startHarness();
    await server.open('a.tsx', hang);
    await server.configure({ cancelOnEdit: true });
    const running = server.ask(requests.run, { uri: a });
    await server.edit('a.tsx', `${hang} `);
    expect(await running).toMatchObject({ state: 'stopped', alive: false });
  });

  it('reports the end of its process and takes no more events', async () => {
    server = await startHarness({ 'a.tsx': good });
    const { runId } = await server.ask(requests.run, { uri: a });
    server.engine().crash();
    await vi.waitFor(() =>
      expect(server.views.at(-1)).toMatchObject({ state: 'failed', alive: false }),
    );
    await expect(server.ask(requests.send, { runId, stream: 'add' })).rejects.toMatchObject({
      message: 'This run has ended, so it takes no more events.',
      data: { code: 'PB1703' },
    });
  });

  it('survives a fault of the engine', async () => {
    server = await startHarness({ 'a.tsx': '// throw internally', 'b.tsx': good });
    await expect(server.ask(requests.run, { uri: a })).rejects.toMatchObject({
      data: { code: 'PB1709' },
    });
    expect(states()).toEqual(['running', 'stopped']);
    expect(await server.ask(requests.run, { uri: uri('b.tsx') })).toMatchObject({ state: 'fresh' });
  });
});

describe('stopping', () => {
  it('ends a run that hangs', async () => {
    server = await startHarness({ 'a.tsx': hang });
    const running = server.ask(requests.run, { uri: a });
    await vi.waitFor(() => expect(states()).toEqual(['running']));
    expect(await server.ask(requests.stop, { uri: a })).toEqual({ stopped: 1 });
    expect(await running).toMatchObject({ state: 'stopped' });
    expect(await server.ask(requests.stop, {})).toEqual({ stopped: 0 });
  });

  it('the sandbox with everything in it, which then proves its layers again', async () => {
    server = await startHarness({ 'a.tsx': good });
    await server.ask(requests.run, { uri: a });
    const first = server.engine();
    const { layers } = await server.ask(requests.restartSandbox, {});
    expect(first).toMatchObject({ alive: 0, disposed: 1 });
    expect(layers).toEqual([{ name: 'memory', active: true, required: true, text: 'always' }]);
    expect(server.engine()).not.toBe(first);
  });

  it('ends everything at shutdown', async () => {
    server = await startHarness({ 'a.tsx': good });
    await server.ask(requests.run, { uri: a });
    await server.raw('shutdown', undefined);
    expect(server.engine()).toMatchObject({ alive: 0, disposed: 1 });
  });
});

describe('run on save', () => {
  it('runs with the wishes of the last run', async () => {
    server = await startHarness();
    await server.open('a.tsx', good);
    await server.configure({ runOn: 'save' });
    await server.ask(requests.run, { uri: a, input: 7 });
    await server.edit('a.tsx', `${good} `);
    await server.save('a.tsx');
    await vi.waitFor(() => expect(server.engine().requests).toHaveLength(2));
    expect(server.engine().requests[1]).toMatchObject({ input: 7 });
  });

  it('does nothing on demand, nor for a file that is no pattern', async () => {
    server = await startHarness();
    await server.open('a.tsx', good);
    await server.save('a.tsx');
    await server.configure({ runOn: 'save' });
    await server.open('b.ts', 'const b = 1;');
    await server.save('b.ts');
    await server.ask(requests.stop, {});
    expect(server.views).toEqual([]);
  });
});

describe('the full trace', () => {
  it('runs again with the same input and events if frames were left out', async () => {
    server = await startHarness({ 'a.tsx': `${good}// boom` });
    const { runId } = await server.ask(requests.run, { uri: a, input: 1 });
    await server.ask(requests.send, { runId, stream: 'add' }).catch(() => undefined);
    const { view } = await server.ask(requests.trace, { uri: a });
    expect(view?.result?.error?.hiddenFrames).toBe(0);
    expect(server.engine().requests.at(-1)).toMatchObject({ debug: true, input: 1 });
  });

  it('is the last result itself when nothing was left out', async () => {
    server = await startHarness({ 'a.tsx': good });
    await server.ask(requests.run, { uri: a });
    await server.ask(requests.trace, { uri: a });
    expect(server.engine().requests).toHaveLength(1);
  });

  it('is nothing before the first run', async () => {
    server = await startHarness();
    expect(await server.ask(requests.trace, { uri: a })).toEqual({ view: null });
  });
});
