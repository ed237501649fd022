import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionExports } from '../../../extension/main.ts';
import type { RegisteredExplorer } from '../../../extension/testing/index.ts';
import { closeAll, eventually, example, openExample, openUnsaved } from './support.ts';

interface Recorded {
  readonly states: Map<string, string>;
  readonly messages: Map<string, vscode.TestMessage[]>;
  readonly output: string[];
  ended: boolean;
}

async function explorer(): Promise<RegisteredExplorer> {
  const extension = vscode.extensions.getExtension<ExtensionExports>('patternbox.patternbox');
  assert.ok(extension);
  const registered = (await extension.activate()).tests.registered();
  assert.ok(registered, 'the workspace is not trusted');
  return registered;
}

/** Runs through the explorer's own profile and records what the editor is told. */
async function runTests(
  { controller, profile }: RegisteredExplorer,
  include: vscode.TestItem[],
  cancelWhenStarted = false,
): Promise<Recorded> {
  const recorded: Recorded = { states: new Map(), messages: new Map(), output: [], ended: false };
  const source = new vscode.CancellationTokenSource();
  const create = controller.createTestRun.bind(controller);
  controller.createTestRun = (request) => {
    const run = create(request);
    const note = (state: string) => (item: vscode.TestItem, messages?: unknown) => {
      recorded.states.set(item.id, state);
      if (Array.isArray(messages)) {
        recorded.messages.set(item.id, messages as vscode.TestMessage[]);
      }
    };
    return {
      ...run,
      token: source.token,
      enqueued: note('enqueued'),
      started: note('started'),
      passed: note('passed'),
      failed: note('failed'),
      errored: note('errored'),
      skipped: note('skipped'),
      appendOutput: (text: string) => void recorded.output.push(text),
      end: () => {
        recorded.ended = true;
        run.end();
      },
    };
  };
  try {
    const request = new vscode.TestRunRequest(include, undefined, profile);
    const running = profile.runHandler(request, source.token);
    if (cancelWhenStarted) {
      await eventually('the start', () =>
        [...recorded.states.values()].includes('started') ? true : undefined,
      );
      source.cancel();
    }
    await running;
  } finally {
    controller.createTestRun = create;
  }
  assert.equal(recorded.ended, true);
  return recorded;
}

async function fileItem({ controller }: RegisteredExplorer, name: string) {
  const id = example(name).toString();
  return eventually(`the tests of ${name}`, () => controller.items.get(id));
}
const children = (item: vscode.TestItem) => [...item.children].map(([, child]) => child);

describe('the Test Explorer', () => {
  afterEach(closeAll);

  it('finds test files and recorded scenarios when it is first unfolded', async () => {
    const tests = await explorer();
    await tests.controller.resolveHandler?.(undefined);
    const item = await fileItem(tests, 'todo.test.tsx');
    assert.equal(item.canResolveChildren, true);
    await fileItem(tests, 'counter.scenario.json');
    assert.equal(tests.controller.items.get(example('todo.tsx').toString()), undefined);
  });

  it('lists the steps of a file that is opened, in their order', async () => {
    const tests = await explorer();
    await openExample('todo.test.tsx');
    const item = await fileItem(tests, 'todo.test.tsx');
    const steps = await eventually('the steps', () => {
      const found = children(item);
      return found.length > 0 ? found : undefined;
    });
    const inOrder = [...steps].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    assert.deepEqual(
      inOrder.map(({ id }) => id),
      ['assertion_1', 'action_1', 'assertion_2 after action_1', 'assertion_3 after action_1'],
    );
    assert.equal(steps[0]?.description, 'todo.open === 1');
    assert.equal(steps[0].range?.start.line, 14);
  });

  it('runs a test file and scenarios', async () => {
    const tests = await explorer();
    await tests.controller.resolveHandler?.(undefined);
    const todo = await fileItem(tests, 'todo.test.tsx');
    const counter = await fileItem(tests, 'counter.scenario.json');
    const { states } = await runTests(tests, [todo, counter]);
    const names = ['assertion_1', 'assertion_3 after action_1', 'counts up and down'];
    assert.deepEqual(
      names.map((name) => states.get(name)),
      ['passed', 'passed', 'passed'],
    );
  });

  it('shows a failed assertion at its step, and its output with both line ends', async () => {
    const tests = await explorer();
    await openUnsaved(
      'failing.test.tsx',
      `import { assert, pattern, TESTS } from 'commonfabric';
export default pattern(() => {
  console.log('first\\nsecond');
  return {
    [TESTS]: [
      { assertion: assert(() => 1 + 1 === 2) },
      { assertion: assert(() => [1, 2].length === 3) },
    ],
  };
});
`,
    );
    const item = await fileItem(tests, 'failing.test.tsx');
    await eventually('the steps', () => (item.children.size === 2 ? true : undefined));
    const { states, messages, output } = await runTests(tests, [item]);
    assert.equal(states.get('assertion_1'), 'passed');
    assert.equal(states.get('assertion_2'), 'failed');
    const [message] = messages.get('assertion_2') ?? [];
    assert.equal(message?.location?.uri.toString(), item.uri?.toString());
    assert.equal(message?.location?.range.start.line, 6);
    assert.match(output.join(''), /^first\r\nsecond .*\r\n$/);
  });

  it('shows what a scenario expected and got, at the line of the expected value', async () => {
    const tests = await explorer();
    const uri = example('wrong.scenario.json');
    const write = (target: vscode.Uri, text: string) =>
      vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    await write(
      example('wrong.tsx'),
      `import { pattern } from 'commonfabric';\nexport default pattern(() => ({ value: 1 }));\n`,
    );
    const steps = `"steps": [{ "expect": [\n{ "path": "value", "value": 2 }] }]`;
    await write(uri, `[{ "name": "wrong", ${steps} }, { "name": "other", ${steps} }]`);
    await vscode.window.showTextDocument(uri);
    const item = await fileItem(tests, 'wrong.scenario.json');
    const wrong = await eventually('the scenario', () => item.children.get('wrong'));
    const { states, messages } = await runTests(tests, [wrong]);
    assert.equal(states.get('wrong'), 'failed');
    assert.equal(states.get('other'), undefined);
    const [message] = messages.get('wrong') ?? [];
    assert.equal(message?.expectedOutput, '2');
    assert.equal(message.actualOutput, '1');
    assert.equal(message.location?.range.start.line, 1);
  });

  it('kills a test that never ends when the run is cancelled', async () => {
    const tests = await explorer();
    await openUnsaved(
      'endless.test.tsx',
      `import { action, pattern, TESTS } from 'commonfabric';
export default pattern(() => ({ [TESTS]: [{ action: action(() => { while (true) {} }) }] }));
`,
    );
    const item = await fileItem(tests, 'endless.test.tsx');
    await eventually('the step', () => item.children.get('action_1'));
    const { states } = await runTests(tests, [item], true);
    assert.equal(states.get('action_1'), 'skipped');
  });
});
