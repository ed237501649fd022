import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { requests } from '../../../server/protocol/client.ts';
import { startRealServer, type RealServer } from './real-server.ts';

let server: RealServer;
afterEach(async () => {
  await server.stop();
});

const counter = `import { handler, pattern, type Default, type Stream, type Writable } from "commonfabric";
const increment = handler<void, { value: Writable<number> }>((_event, { value }) => {
  console.log("counting");
  value.set(value.get() + 1);
});
export default pattern<{ value?: Writable<number | Default<0>> }>(({ value }) => ({
  value,
  increment: increment({ value }),
}));
`;
const counterTest = `import { action, assert, pattern, TESTS } from "commonfabric";
import Counter from "./counter.tsx";
export default pattern(() => {
  const counter = Counter({ value: 1 });
  return {
    [TESTS]: [
      { assertion: assert(() => counter.value === 1) },
      { action: counter.increment },
      { assertion: assert(() => counter.value === 3) },
      { action: counter.increment, skip: true },
    ],
  };
});
`;
const scenario = (value: number) =>
  `[
  { "name": "counts", "argument": { "value": 1 },
    "steps": [
      { "events": [{ "stream": "increment" }],
        "expect": [
          { "path": "value", "value": ${value} }
        ] }
    ] },
  { "name": "starts", "steps": [{ "expect": [{ "path": "value", "value": 0 }] }] }
]`;
const files = { 'counter.tsx': counter, 'counter.test.tsx': counterTest };
const loop = `import { action, pattern, TESTS } from "commonfabric";
export default pattern(() => ({ [TESTS]: [{ action: action(() => { while (true) {} }) }] }));
`;

const test = (name: string, only?: string[]) =>
  server.ask(requests.test, { testRunId: 't', uri: server.uri(name), ...(only && { only }) });

describe('a test file', () => {
  it('is listed without running and then run step by step', async () => {
    server = await startRealServer(files);
    const uri = server.uri('counter.test.tsx');
    const { cases } = await server.ask(requests.testOutline, { uri });
    const report = await test('counter.test.tsx');
    expect(report.cases.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    expect(report.cases.map(({ status }) => status)).toEqual([
      'passed',
      'passed',
      'failed',
      'skipped',
    ]);
    const [problem] = report.cases[2]?.problems ?? [];
    expect(problem?.message).toMatch(/counter\.value === 3|Expected true, got false/);
    expect(report.problems).toEqual([]);
    expect(report.durationMs).toBeGreaterThan(0);
    expect(server.testCases).toEqual(report.cases);
    expect(server.testOutput).toEqual([expect.stringMatching(/^counting {2}\(counter\.tsx:3\)$/)]);
  });

  it('that is cancelled ends with its process', async () => {
    server = await startRealServer({ 'loop.test.tsx': loop });
    const source = new CancellationTokenSource();
    const running = server.ask(
      requests.test,
      { testRunId: 't', uri: server.uri('loop.test.tsx') },
      source.token,
    );
    setTimeout(() => {
      source.cancel();
    }, 1500);
    const report = await running;
    expect(report.cases.map(({ status }) => status)).not.toContain('passed');
    expect(JSON.stringify(report)).not.toContain('TimeoutError');
  });

  it('without steps says so', async () => {
    server = await startRealServer(files);
    const report = await test('counter.tsx');
    expect(report.problems[0]?.message).toContain('no list of test steps');
  });
});

describe('a scenario file', () => {
  it('is replayed against the pattern beside it; what differs is shown at its line', async () => {
    server = await startRealServer({ ...files, 'counter.scenario.json': scenario(9) });
    const uri = server.uri('counter.scenario.json');
    const report = await test('counter.scenario.json');
    expect(report.cases.map(({ id, status }) => [id, status])).toEqual([
      ['counts', 'failed'],
      ['starts', 'passed'],
    ]);
    expect(report.cases[0]?.problems).toMatchObject([
      {
        message: 'Step 1: value is not as recorded.',
        expected: '9',
        actual: '2',
        place: { uri, range: { start: { line: 5, character: 10 } } },
      },
    ]);
  });

  it('is read from the editor, and only the chosen scenarios run', async () => {
    server = await startRealServer({ ...files, 'counter.scenario.json': scenario(9) });
    await server.open('counter.scenario.json', scenario(2));
    const report = await test('counter.scenario.json', ['counts']);
    expect(report.cases).toEqual([{ id: 'counts', status: 'passed', problems: [] }]);
  });

  it('with the wrong shape or no pattern is refused in one sentence', async () => {
    server = await startRealServer({
      ...files,
      'counter.scenario.json': '[{"steps": 1}]',
      'alone.scenario.json': '[]',
    });
    const shape = await test('counter.scenario.json');
    expect(shape.problems[0]?.message).toContain('counter.scenario.json is not a list');
    const alone = await test('alone.scenario.json');
    expect(alone.problems[0]?.message).toContain('no pattern beside alone.scenario.json');
  });
});
