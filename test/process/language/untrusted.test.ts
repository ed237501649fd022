/** A workspace that nobody has trusted: its text is checked, and no process stands ready for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requests } from '../../../server/protocol/client.ts';
import { startRealServer, type RealServer } from './real-server.ts';

const text = `import { pattern } from 'commonfabric';
let count = 0;
export default pattern(() => ({ count }));
`;

let server: RealServer;
beforeAll(async () => {
  server = await startRealServer({ 'a.tsx': text }, {}, { trusted: false });
});
afterAll(() => server.stop());

describe('without trust', () => {
  it('problems are found, runs and tests are refused, and no sandbox is started', async () => {
    await server.open('a.tsx', text);
    expect(await server.pull('a.tsx')).toHaveLength(1);
    const uri = server.uri('a.tsx');
    const refused = { data: { code: 'PB1701' } };
    await expect(server.ask(requests.run, { uri })).rejects.toMatchObject(refused);
    const test = { testRunId: 'one', uri };
    await expect(server.ask(requests.test, test)).rejects.toMatchObject(refused);
    await expect(server.ask(requests.selfTest, {})).rejects.toMatchObject(refused);
    await expect(server.ask(requests.trace, { uri })).rejects.toMatchObject(refused);
    expect(server.children()).toEqual([]);
  });
});
