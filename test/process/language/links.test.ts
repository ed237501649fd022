/** Symbolic links in a workspace: what an editor runs reads no more than the command line does. */
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requests } from '../../../server/protocol/client.ts';
import { startRealServer, type RealServer } from './real-server.ts';

const reads = `import { pattern } from "commonfabric";
import data from "./data.json";
export default pattern<{}>(() => ({ data }));
`;

let server: RealServer;
let outside: string;
beforeEach(() => {
  outside = realpathSync(mkdtempSync(path.join(tmpdir(), 'patternbox-outside-')));
  writeFileSync(path.join(outside, 'data.json'), '{ "token": "canary" }');
});
afterEach(async () => {
  await server.stop();
  rmSync(outside, { recursive: true, force: true });
});

const at = (name: string): string => fileURLToPath(server.uri(name));

describe('a link', () => {
  it('that leads out of the workspace is refused at the import', async () => {
    server = await startRealServer({ 'main.tsx': reads });
    symlinkSync(path.join(outside, 'data.json'), at('data.json'));
    const view = await server.ask(requests.run, { uri: server.uri('main.tsx') });
    expect(view.result?.error?.code).toBe('PB1003');
    expect(JSON.stringify(view)).not.toContain('canary');
    await server.open('main.tsx', reads);
    const [found] = await server.pull('main.tsx');
    expect(found).toMatchObject({ code: 'PB1003', range: { start: { line: 1, character: 17 } } });
  });

  it('of a folder is refused in the same way, also with its file open in the editor', async () => {
    server = await startRealServer({ 'main.tsx': reads.replace('./data', './lib/data') });
    symlinkSync(outside, at('lib'));
    await server.open('lib/data.json', '{ "token": "canary" }');
    const view = await server.ask(requests.run, { uri: server.uri('main.tsx') });
    expect(view.result?.error?.code).toBe('PB1003');
  });

  it('that stays in the workspace is followed', async () => {
    server = await startRealServer({ 'main.tsx': reads, 'lib/real.json': '{ "a": 1 }' });
    symlinkSync('lib/real.json', at('data.json'));
    const view = await server.ask(requests.run, { uri: server.uri('main.tsx') });
    expect(view.result?.result).toEqual({ data: { a: 1 } });
  });
});
