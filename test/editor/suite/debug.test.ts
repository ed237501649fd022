import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionExports } from '../../../extension/main.ts';
import type { RunView } from '../../../server/protocol/client.ts';
import { watchDebugger, type DebuggerWatch } from './debugger.ts';
import { closeAll, eventually, example, resultTabs } from './support.ts';

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

describe('debugging a pattern', () => {
  let watch: DebuggerWatch;
  before(async () => {
    for (const [name, text] of Object.entries(texts)) {
      await vscode.workspace.fs.writeFile(example(name), new TextEncoder().encode(text));
    }
  });
  beforeEach(async () => {
    watch = watchDebugger();
    await vscode.window.showTextDocument(example('bill.tsx'));
  });
  afterEach(async () => {
    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    await vscode.debug.stopDebugging();
    await watch.gone();
    watch.dispose();
    await closeAll();
  });

  /** What the panel shows once the run is idle. */
  const send = (view: RunView, event: unknown): Thenable<RunView | undefined> =>
    vscode.commands.executeCommand('patternbox.sendEvent', {
      runId: view.runId,
      stream: 'add',
      event,
    });
  const idle = (): Promise<RunView> =>
    eventually('the result', () => {
      const extension = vscode.extensions.getExtension<ExtensionExports>('patternbox.patternbox');
      const view = extension?.exports.runs.get(example('bill.tsx').toString());
      return view?.state === 'fresh' ? view : undefined;
    });

  it('stops in a computation and in a handler, steps into a sibling, gives the result', async () => {
    const inComputed = breakAt('bill.tsx', 'const gross');
    const inHandler = breakAt('bill.tsx', 'cents.set');
    await debug();
    assert.deepEqual(await watch.stopped(), inComputed);
    const { net, cents } = await watch.locals();
    assert.deepEqual({ net, cents }, { net: '100', cents: 'cell: 100' });
    await watch.go('stepIn');
    const inside = await watch.stopped();
    assert.deepEqual([inside.file, inside.line], ['bill-tax.ts', lineOf('bill-tax.ts', 'RATE;')]);
    await watch.go('continue');

    const view = await idle();
    assert.equal((view.result?.result as { total: number }).total, 150);
    assert.equal(resultTabs().length, 1);
    const sent = send(view, 20);
    assert.deepEqual(await watch.stopped(), inHandler);
    assert.equal((await watch.locals())['before'], '100');
    await watch.go('continue');
    assert.deepEqual(await watch.stopped(), inComputed);
    await watch.go('continue');
    assert.equal(((await sent)?.result?.result as { total: number }).total, 180);
  });
});
