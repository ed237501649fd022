/** The quick fix that answers host services, through the built server. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver/node';
import { requests } from '../../../server/protocol/client.ts';
import { parseFixtures } from '../../../server/protocol/index.ts';
import { startRealServer, type RealServer } from './real-server.ts';

let server: RealServer;
afterEach(async () => {
  await server.stop();
});

const news = `import { computed, fetchJson, generateText, pattern, sqliteDatabase, wish } from "commonfabric";
export default pattern(() => {
  const news = fetchJson<string[]>({ url: "https://news.example/today" });
  const profile = wish<{ name: string }>({ query: "#profile" });
  sqliteDatabase({});
  return {
    news,
    greeting: computed(() => "Hello " + profile.result!.name),
    text: generateText({ prompt: "Say hello" }),
  };
});
`;

async function fixAt(line: number): Promise<CodeAction[]> {
  const shown = await server.pull('news.tsx');
  const diagnostics = shown.filter(({ range }) => range.start.line === line);
  return server.actions('news.tsx', diagnostics);
}

describe('an unanswered host service', () => {
  it('is told at its call, and its fix creates a fixtures file that answers all of them', async () => {
    server = await startRealServer({ 'news.tsx': news });
    await server.open('news.tsx', news);
    await server.ask(requests.run, { uri: server.uri('news.tsx') });
    const shown = await server.pull('news.tsx');
    expect(
      shown
        .filter(({ code }) => code !== undefined)
        .map(({ code, range, severity }) => [range.start.line, code, severity]),
    ).toEqual([
      [2, 'PB1274', 3],
      [3, 'PB1274', 3],
      [4, 'PB1276', 3],
      [8, 'PB1274', 3],
    ]);

    const [action, ...others] = await fixAt(3);
    expect(others).toEqual([]);
    expect(action?.title).toContain('news.fixtures.json');
    const [create, edit] = (action?.edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
    expect(create).toMatchObject({
      kind: 'create',
      uri: server.uri('news.fixtures.json'),
      options: { overwrite: false },
    });
    const text = edit.edits.map((each) => ('newText' in each ? each.newText : '')).join('');
    expect(parseFixtures(text)).toEqual({
      fixtures: {
        wish: { '#profile': {} },
        fetch: [{ url: 'https://news.example/today', json: {} }],
        generateText: [{ result: '' }],
      },
    });

    server.write(
      'news.fixtures.json',
      text.replace('"#profile": {}', '"#profile": {"name":"Ada"}'),
    );
    const { result } = await server.ask(requests.run, { uri: server.uri('news.tsx') });
    expect(result).toMatchObject({
      result: { news: { pending: false, result: {} }, greeting: 'Hello Ada', text: { result: '' } },
    });
    expect(result?.diagnostics.map(({ code }) => code)).toEqual(['PB1276']);
  });

  it('that no file can answer, or that one is there for, has no fix', async () => {
    server = await startRealServer({ 'news.tsx': news, 'news.fixtures.json': '{}' });
    await server.open('news.tsx', news);
    await server.ask(requests.run, { uri: server.uri('news.tsx') });
    expect(await fixAt(4)).toEqual([]);
    expect(await fixAt(2)).toEqual([]);
  });
});
