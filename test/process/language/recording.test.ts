import { afterEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { requests } from '../../../server/protocol/client.ts';
import { startRealServer, type RealServer } from './real-server.ts';

let server: RealServer;
afterEach(async () => {
  await server.stop();
});

const source = [
  'import { computed, handler, pattern, type Default, type Writable } from "commonfabric";',
  'const add = handler<{ by: number }, { count: Writable<number> }>(({ by }, { count }) => {',
  '  console.log("adding", by);',
  '  count.set(count.get() + by);',
  '});',
  'export default pattern<{ count?: Writable<number | Default<1>> }>(({ count }) => {',
  '  const password = computed(() => "hunter2" + count.get());',
  '  const inverse = computed(() => { if (count.get() > 2) throw new Error("too many"); return -count.get(); });',
  '  return { count, password, inverse, add: add({ count }) };',
  '});',
].join('\n');

describe('the recording of a run', () => {
  it('comes in debug mode, grows with every event and has the places of the author', async () => {
    server = await startRealServer({ 'main.tsx': source }, { debug: true });
    const uri = server.uri('main.tsx');
    const { runId } = await server.ask(requests.run, { uri });
    const first = await server.ask(requests.recording, { uri });
    expect(v.is(requests.recording.result, first)).toBe(true);
    expect(first.recording).toMatchObject({ runId, file: 'main.tsx', truncated: false });

    await server.ask(requests.send, { runId, stream: 'add', event: { by: 2 } });
    const { recording } = await server.ask(requests.recording, { uri });
    const events = recording?.events ?? [];
    expect(events.length).toBeGreaterThan(first.recording?.events.length ?? 0);
    expect(events.filter(({ type }) => type === 'event')).toMatchObject([
      { stream: 'add', value: '{ by: 2 }', location: { line: 2 } },
    ]);
    expect(events.filter(({ type }) => type === 'console')).toMatchObject([
      { text: 'adding 2', location: { file: 'main.tsx', line: 3, column: 11 } },
    ]);
    expect(events.filter(({ type }) => type === 'failure')).toMatchObject([
      { text: 'too many', location: { line: 8, column: 63 } },
    ]);
    const inverse = events.filter((each) => each.type === 'compute' && each.name === 'inverse');
    expect(inverse.at(-1)).toMatchObject({ because: ['count'], outcome: 'failed' });
    expect(JSON.stringify(recording)).not.toContain('hunter2');
  });

  it('is not sent to who did not ask for it', async () => {
    server = await startRealServer({ 'main.tsx': source }, { debug: true });
    const view = await server.ask(requests.run, { uri: server.uri('main.tsx') });
    expect(view.result).not.toHaveProperty('trace');
    expect(server.views.every(({ result }) => result === null || !('trace' in result))).toBe(true);
  });

  it('does not exist without debug mode, and the export says so', async () => {
    server = await startRealServer({ 'main.tsx': source });
    const uri = server.uri('main.tsx');
    expect(await server.ask(requests.recording, { uri })).toEqual({ recording: null });
    await server.ask(requests.run, { uri });
    expect(await server.ask(requests.recording, { uri })).toEqual({ recording: null });
    await expect(server.ask(requests.exportRecording, { uri })).rejects.toMatchObject({
      data: { code: 'PB1711' },
    });
  });

  it('is exported in the Chrome trace-event format', async () => {
    server = await startRealServer({ 'sub/main.tsx': source }, { debug: true });
    const uri = server.uri('sub/main.tsx');
    await server.ask(requests.run, { uri });
    const { name, text } = await server.ask(requests.exportRecording, { uri });
    expect(name).toBe('main.tsx.trace.json');
    const { traceEvents } = JSON.parse(text) as { traceEvents: { name: string; ph: string }[] };
    expect(traceEvents.map((each) => each.name)).toContain('compute inverse');
    expect(traceEvents.every(({ ph }) => ['M', 'X', 'i'].includes(ph))).toBe(true);
  });

  it('refuses a request for what is no file', async () => {
    server = await startRealServer({});
    await expect(
      server.ask(requests.recording, { uri: 'untitled:Untitled-1' }),
    ).rejects.toMatchObject({ data: { code: 'PB1704' } });
    await expect(server.ask(requests.exportRecording, { uri: 1 } as never)).rejects.toMatchObject({
      data: { code: 'PB1702' },
    });
  });
});
