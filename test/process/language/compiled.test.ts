import { afterEach, describe, expect, it } from 'vitest';
import { requests } from '../../../server/protocol/client.ts';
import { startRealServer, type RealServer } from './real-server.ts';

let server: RealServer;
afterEach(async () => {
  await server.stop();
});

const source = [
  'import { computed, pattern } from "commonfabric";',
  'import { half } from "./half.ts";',
  'export default pattern<{ n?: number }>(({ n }) => {',
  '  const total = computed(() => half(n ?? 4) + 1234567);',
  '  return { total };',
  '});',
].join('\n');
const files = { 'main.tsx': source, 'half.ts': 'export const half = (n: number) => n / 2;\n' };

/** Where a text stands, as the editor counts. */
function placeIn(text: string, found: string): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(found)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe('compiled code beside the authored', () => {
  it('is a document of its own, with the place of the cursor', async () => {
    server = await startRealServer(files);
    const uri = server.uri('main.tsx');
    await server.open('main.tsx', source);
    const position = placeIn(source, '1234567');
    const compiled = await server.ask(requests.compiled, { uri, position });
    expect(compiled.uri).toMatch(/^patternbox-compiled:.*\/main\.tsx\.js$/);
    const text = (await server.content(compiled.uri)) ?? '';
    expect(text).toContain('require');
    expect(text).not.toContain('import {');
    expect(compiled.position).toEqual(placeIn(text, '1234567'));
  });

  it('is of the text in the editor, and of siblings too', async () => {
    server = await startRealServer(files);
    await server.open('half.ts', 'export const half = (n: number) => n / 987654;\n');
    const { uri } = await server.ask(requests.compiled, {
      uri: server.uri('half.ts'),
      position: { line: 0, character: 0 },
    });
    expect(await server.content(uri)).toContain('987654');
  });

  it('says so where there is none, and knows no other documents', async () => {
    server = await startRealServer({ 'broken.tsx': 'export default pattern(' });
    const position = { line: 0, character: 0 };
    const uri = server.uri('broken.tsx');
    await expect(server.ask(requests.compiled, { uri, position })).rejects.toMatchObject({
      data: { code: 'PB1712' },
    });
    expect(await server.content('patternbox-compiled:/etc/passwd')).toBeNull();
    expect(await server.content('patternbox-compiled:/nowhere/at-all.tsx.js')).toBeNull();
  });
});
