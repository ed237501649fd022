import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionExports } from '../../../extension/main.ts';
import type { RunView } from '../../../server/protocol/client.ts';
import { useDebugged } from './debugged.ts';
import { eventually, example, resultTabs } from './support.ts';

const texts = {
  'bill.tsx': `import { action, computed, pattern } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';
import { withTax } from './bill-tax.ts';

interface Input {
  cents?: Writable<number | Default<100>>;
}

export default pattern<Input>(({ cents }) => {
  const total = computed(() => {
    const net = cents.get();
    const gross = withTax(net);
    return gross;
  });
  const add = action((by: number) => {
    const before = cents.get();
    cents.set(before + by);
  });
  return { total, add };
});
`,
  'bill-tax.ts': `export const RATE = 0.5;

export function withTax(net: number): number {
  const rate = RATE;
  if (net > 1000) throw new RangeError('too much');
  return net + net * rate;
}
`,
} as const;
type File = keyof typeof texts;

/** The line of a text, from 1. */
const lineOf = (file: File, text: string): number => {
  const line = texts[file].split('\n').findIndex((each) => each.includes(text));
  assert.notEqual(line, -1, `${file} does not hold ${text}`);
  return line + 1;
};

function breakAt(file: File, text: string, more: { condition?: string; log?: string } = {}) {
  const line = lineOf(file, text);
  const at = new vscode.Location(example(file), new vscode.Position(line - 1, 0));
  const { condition, log } = more;
  vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(at, true, condition, undefined, log)]);
  return { reason: 'breakpoint', file, line };
}

const debug = (): Thenable<unknown> =>
  vscode.commands.executeCommand('patternbox.debug', example('bill.tsx'));

const totalOf = (view: RunView | undefined): unknown =>
  (view?.result?.result as { total?: unknown } | undefined)?.total;

describe('debugging a pattern', () => {
  const bench = useDebugged(texts);
  const { shown } = bench;

  const send = (view: RunView, event: unknown): Thenable<RunView | undefined> =>
    vscode.commands.executeCommand('patternbox.sendEvent', {
      runId: view.runId,
      stream: 'add',
      event,
    });
  const idle = (): Promise<RunView> =>
    eventually('the result', () => {
      const view = shown();
      return view?.state === 'fresh' ? view : undefined;
    });

  it('stops in a computation and in a handler, steps into a sibling, gives the result', async () => {
    const inComputed = breakAt('bill.tsx', 'const gross');
    const inHandler = breakAt('bill.tsx', 'cents.set');
    await debug();
    assert.deepEqual(await bench.watch.stopped(), inComputed);
    const { net, cents } = await bench.watch.locals();
    assert.deepEqual({ net, cents }, { net: '100', cents: 'cell: 100' });
    await bench.watch.go('stepIn');
    const inside = await bench.watch.stopped();
    assert.deepEqual([inside.file, inside.line], ['bill-tax.ts', lineOf('bill-tax.ts', 'RATE;')]);
    await bench.watch.go('continue');

    const view = await idle();
    assert.equal(totalOf(view), 150);
    assert.equal(resultTabs().length, 1);
    const sent = send(view, 20);
    assert.deepEqual(await bench.watch.stopped(), inHandler);
    assert.equal((await bench.watch.locals())['before'], '100');
    await bench.watch.go('continue');
    assert.deepEqual(await bench.watch.stopped(), inComputed);
    await bench.watch.go('continue');
    assert.equal(totalOf(await sent), 180);
  });

  it('honours a condition and prints a log point', async () => {
    const conditional = breakAt('bill-tax.ts', 'return net', { condition: 'net > 110' });
    breakAt('bill-tax.ts', 'RATE;', { log: 'net is {net}' });
    await debug();
    const view = await idle();
    const sent = send(view, 20);
    assert.deepEqual(await bench.watch.stopped(), conditional);
    assert.match(bench.watch.output(), /net is 100[^]*net is 120/);
    await bench.watch.go('continue');
    assert.equal(totalOf(await sent), 180);
  });

  it('stops where the pattern throws, at the line that was written', async () => {
    await debug();
    const sent = send(await idle(), 2000);
    const line = lineOf('bill-tax.ts', 'throw');
    assert.deepEqual(await bench.watch.stopped(), {
      reason: 'exception',
      file: 'bill-tax.ts',
      line,
    });
    await bench.watch.go('continue');
    assert.equal((await sent)?.state, 'failed');
  });

  it('says which layers are off, and starts again when the text changes', async () => {
    const started = await vscode.debug.startDebugging(undefined, {
      ...bench.launch,
      argument: { cents: 10 },
      restartOnEdit: true,
    });
    assert.equal(started, true);
    const before = await idle();
    assert.equal(totalOf(before), 15);
    assert.match(bench.watch.output(), /The limits of time are suspended/);

    const rate = await vscode.workspace.openTextDocument(example('bill-tax.ts'));
    const edit = new vscode.WorkspaceEdit();
    const at = texts['bill-tax.ts'].indexOf('0.5');
    edit.replace(rate.uri, new vscode.Range(rate.positionAt(at), rate.positionAt(at + 3)), '2');
    await vscode.workspace.applyEdit(edit);
    const after = await eventually('the new result', () => {
      const view = shown();
      return view?.runId !== before.runId && view?.state === 'fresh' ? view : undefined;
    });
    assert.equal(totalOf(after), 30);
    const ours = bench.watch.sessions().filter(({ type }) => type === 'patternbox');
    assert.equal(ours.length, 1);
    await vscode.window.showTextDocument(rate);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('ends with its pattern, and the pattern with it', async () => {
    await debug();
    const first = await idle();
    await vscode.window.tabGroups.close(resultTabs());
    await bench.watch.gone();
    assert.equal(shown()?.alive, false);

    await debug();
    const second = await eventually('the second run', () => {
      const view = shown();
      return view?.runId !== first.runId && view?.state === 'fresh' ? view : undefined;
    });
    assert.equal(second.alive, true);
    await vscode.debug.stopDebugging();
    await bench.watch.gone();
    await eventually('the end of the pattern', () => (shown()?.alive === false ? true : undefined));
  });

  it('refuses a configuration that says nonsense, with one sentence', async () => {
    const started = await vscode.debug
      .startDebugging(undefined, { ...bench.launch, justMyPattern: 'perhaps' })
      .then(undefined, () => false);
    assert.equal(started, false);
    assert.equal(bench.watch.sessions().length, 0);
  });

  it('debugs a test of the Test Explorer', async () => {
    const extension = vscode.extensions.getExtension<ExtensionExports>('patternbox.patternbox');
    const registered = (await extension?.activate())?.tests.registered();
    assert.ok(registered);
    await vscode.window.showTextDocument(example('todo.test.tsx'));
    const uri = example('todo.test.tsx').toString();
    const item = await eventually('the test', () => registered.controller.items.get(uri));
    const text = (await vscode.workspace.openTextDocument(example('todo.tsx'))).getText();
    const line = text.split('\n').findIndex((each) => each.includes('items.push'));
    const at = new vscode.Location(example('todo.tsx'), new vscode.Position(line, 0));
    vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(at)]);

    const { debugProfile } = registered;
    const { token } = new vscode.CancellationTokenSource();
    const request = new vscode.TestRunRequest([item], undefined, debugProfile);
    const running = debugProfile.runHandler(request, token);
    const stop = await bench.watch.stopped();
    assert.deepEqual(stop, { reason: 'breakpoint', file: 'todo.tsx', line: line + 1 });
    assert.equal((await bench.watch.locals())['title'], "'Sleep'");
    await bench.watch.go('continue');
    await running;
    await bench.watch.gone();
  });
});
