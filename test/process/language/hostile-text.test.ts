/** What a pattern says stays text wherever the editor shows it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requests } from '../../../server/protocol/client.ts';
import { startRealServer, type RealServer } from './real-server.ts';

const hostile =
  '<img src=x onerror=alert(1)> [click](command:workbench.action.quit) \\u001b[31mred \\u202Ereversed\\nsecond line';
const pattern = `import { pattern } from 'commonfabric';
export default pattern(() => {
  throw new Error('${hostile}');
});
`;
const tests = `import { assert, pattern, TESTS } from 'commonfabric';
export default pattern(() => {
  console.log('${hostile}');
  return { [TESTS]: [{ assertion: assert(() => 1 + 1 === 2) }] };
});
`;

// What could change a terminal or reorder what stands beside it; lines stay.
const active = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;

let server: RealServer;
beforeAll(async () => {
  server = await startRealServer({ 'hostile.tsx': pattern, 'hostile.test.tsx': tests });
});
afterAll(() => server.stop());

describe('hostile text', () => {
  it('is plain text in a diagnostic, and so in the hover and in the list of problems', async () => {
    await server.open('hostile.tsx', pattern);
    await server.ask(requests.run, { uri: server.uri('hostile.tsx') });
    const [problem] = await server.pull('hostile.tsx');
    // An object would be Markdown.
    const text = problem?.message;
    if (typeof text !== 'string') throw new Error('The message is no plain text.');
    expect(text).toContain('<img src=x onerror=alert(1)> [click](command:workbench.action.quit)');
    expect(text).toContain('\\u001b[31mred \\u202ereversed\nsecond line');
    expect(text).not.toMatch(active);
  });

  it('changes nothing in the terminal that shows the output of a test', async () => {
    await server.ask(requests.test, { testRunId: 'one', uri: server.uri('hostile.test.tsx') });
    const output = server.testOutput.join('');
    expect(output).toContain('\\u001b[31mred \\u202ereversed\nsecond line');
    expect(output).not.toMatch(active);
  });
});
