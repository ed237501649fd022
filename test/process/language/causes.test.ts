import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { requests } from '../../../server/protocol/client.ts';
import { startRealServer, type RealServer } from './real-server.ts';

let server: RealServer;
afterEach(async () => {
  await server.stop();
});

const check =
  'export const check = (n: number): number => { throw new RangeError(`bad ${n}`); };\n';
const several = `import { computed, pattern } from "commonfabric";
import { check } from "./check.ts";
export default pattern<{}>(() => {
  const a = computed(() => check(1));
  const b = computed(() => a + 1);
  const c = computed(() => check(2));
  return { a, b, c, d: computed(() => check(1) + b) };
});
`;
const fails = (message: string): string =>
  `import { computed, pattern } from "commonfabric";\nexport default pattern<{}>(() => ({ a: computed(() => { throw new Error("${message}"); }) }));\n`;

describe('one cause', () => {
  it('is one diagnostic, which names everything that failed from it', async () => {
    server = await startRealServer({ 'check.ts': check, 'several.tsx': several });
    const view = await server.ask(requests.run, { uri: server.uri('several.tsx') });
    expect(view.result?.errors).toHaveLength(2);
    await vi.waitFor(() => expect(server.pushed.get(server.uri('check.ts'))).toHaveLength(1));
    const [error] = server.pushed.get(server.uri('check.ts')) ?? [];
    expect(error?.message).toBe('RangeError: bad 1');
    const related = error?.relatedInformation?.map(({ message, location: { range } }) => [
      message,
      range.start.line,
    ]);
    expect(related).toEqual([
      ['called from computed callback', 3],
      ['also in computed c: bad 2', 5],
      ['also in computed d: bad 1', 6],
    ]);
    // A computation that only waits for one of them is no error of its own.
    expect(server.pushed.get(server.uri('several.tsx')) ?? []).toEqual([]);
  });

  it('leads to the full trace and to its page', async () => {
    server = await startRealServer({ 'check.ts': check, 'several.tsx': several });
    await server.ask(requests.run, { uri: server.uri('several.tsx') });
    await vi.waitFor(() => expect(server.pushed.get(server.uri('check.ts'))).toHaveLength(1));
    const found = server.pushed.get(server.uri('check.ts')) ?? [];
    expect(found[0]?.codeDescription?.href).toMatch(/docs\/errors\/PB1201\.md$/);
    const actions = await server.actions('check.ts', found);
    expect(actions.map(({ command }) => command)).toEqual([
      {
        title: 'Show Full Trace',
        command: 'patternbox.showFullTrace',
        arguments: [server.uri('several.tsx')],
      },
    ]);
  });
});

describe('files', () => {
  it('of several roots each keep to their own', async () => {
    server = await startRealServer({
      'one/package.json': '{}',
      'one/main.tsx': fails('one'),
      'two/package.json': '{}',
      'two/main.tsx': fails('two'),
    });
    const views = await Promise.all(
      ['one', 'two'].map((name) =>
        server.ask(requests.run, { uri: server.uri(`${name}/main.tsx`) }),
      ),
    );
    expect(views.map(({ rootUri, result }) => [rootUri, result?.file])).toEqual([
      [server.uri('one'), 'main.tsx'],
      [server.uri('two'), 'main.tsx'],
    ]);
    for (const name of ['one', 'two']) {
      await vi.waitFor(() =>
        expect(server.pushed.get(server.uri(`${name}/main.tsx`))).toMatchObject([
          { message: `Error: ${name}` },
        ]),
      );
    }
  });

  it('that were never saved run with their siblings, and leave nothing behind', async () => {
    server = await startRealServer({});
    await server.open('check.ts', check);
    await server.open('several.tsx', several);
    const view = await server.ask(requests.run, { uri: server.uri('several.tsx') });
    expect(view).toMatchObject({ state: 'failed' });
    expect(await server.pull('check.ts')).toMatchObject([{ message: 'RangeError: bad 1' }]);
    await server.close('several.tsx');
    await vi.waitFor(async () => expect(await server.pull('check.ts')).toEqual([]));
  });

  it('that are renamed take their diagnostics with them', async () => {
    server = await startRealServer({ 'old.tsx': fails('same') });
    await server.open('old.tsx', fails('same'));
    await server.ask(requests.run, { uri: server.uri('old.tsx') });
    expect(await server.pull('old.tsx')).toHaveLength(1);
    server.rename('old.tsx', 'new.tsx');
    await server.close('old.tsx');
    await server.open('new.tsx', fails('same'));
    expect(await server.pull('old.tsx')).toEqual([]);
    expect(server.pushed.get(server.uri('old.tsx')) ?? []).toEqual([]);
    await server.ask(requests.run, { uri: server.uri('new.tsx') });
    expect(await server.pull('new.tsx')).toMatchObject([{ message: 'Error: same' }]);
  });

  it('outside the workspace run from their own folder', async () => {
    server = await startRealServer({});
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'patternbox-outside-')));
    try {
      const file = path.join(folder, 'alone.tsx');
      writeFileSync(file, fails('alone'));
      const uri = pathToFileURL(file).href;
      const view = await server.ask(requests.run, { uri });
      expect(view.result).toMatchObject({ file: 'alone.tsx', error: { message: 'alone' } });
      await vi.waitFor(() => expect(server.pushed.get(uri)).toHaveLength(1));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
