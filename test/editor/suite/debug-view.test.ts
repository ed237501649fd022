/** What a stopped debugger shows besides the author's line, and what a session does without help. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RunView } from '../../../server/protocol/client.ts';
import { useDebugged } from './debugged.ts';
import { eventually, example } from './support.ts';

const text = `import { action, computed, pattern } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

interface Input {
  count?: Writable<number | Default<2>>;
}

export default pattern<Input>(({ count }) => {
  const doubled = computed(() => {
    const value = count.get();
    return value * 2;
  });
  const pause = action(() => {
    const before = count.get();
    debugger;
    count.set(before + 1);
  });
  return { doubled, pause };
});
`;
const lineOf = (part: string): number =>
  text.split('\n').findIndex((each) => each.includes(part)) + 1;

describe('debugging a pattern: what is shown', () => {
  const bench = useDebugged({ 'double.tsx': text });
  const idle = (): Promise<RunView> =>
    eventually('the result', () => {
      const view = bench.shown();
      return view?.state === 'fresh' ? view : undefined;
    });

  const breakInside = (): void => {
    const at = new vscode.Position(lineOf('return value') - 1, 0);
    vscode.debug.addBreakpoints([
      new vscode.SourceBreakpoint(new vscode.Location(example('double.tsx'), at)),
    ]);
  };

  const framesWith = async (justMyPattern: boolean) => {
    breakInside();
    await vscode.debug.startDebugging(undefined, { ...bench.launch, justMyPattern });
    const stop = await bench.watch.stopped();
    assert.deepEqual([stop.file, stop.line], ['double.tsx', lineOf('return value')]);
    const frames = await bench.watch.frames();
    const [own, ...outer] = frames;
    assert.ok(own && outer.length > 2, 'there are frames of the runtime');
    return {
      own,
      outer,
      foreign: outer.filter(({ source }) => !/double\.tsx$/.test(source?.path ?? '')),
    };
  };

  it('greys the frames of the runtime', async () => {
    const { own, foreign } = await framesWith(true);
    assert.notEqual(own.presentationHint, 'deemphasize');
    assert.ok(foreign.length > 0);
    for (const { presentationHint } of foreign) assert.equal(presentationHint, 'deemphasize');
  });

  it('shows the frames of the runtime as what they are, and opens their code', async () => {
    const { foreign } = await framesWith(false);
    const runtime = foreign.filter(({ source }) =>
      /runtime|guest/.test(`${source?.path} ${source?.name}`),
    );
    assert.ok(runtime.length > 0, JSON.stringify(foreign));
    assert.ok(
      runtime.some(
        ({ presentationHint }) => presentationHint === undefined || presentationHint === 'normal',
      ),
      JSON.stringify(runtime),
    );
    const [first] = runtime;
    assert.match(await bench.watch.sourceOf(first?.source), /function|=>/);
  });

  it('starts with nothing but its type, as F5 does, on the file that is open', async () => {
    await vscode.debug.startDebugging(undefined, { type: 'patternbox', request: '', name: '' });
    const view = await idle();
    assert.equal((view.result?.result as { doubled?: unknown }).doubled, 4);
    assert.equal(
      bench.watch.sessions().some(({ type }) => type === 'patternbox'),
      true,
    );
  });

  it('stops at a debugger statement', async () => {
    await vscode.debug.startDebugging(undefined, bench.launch);
    const { runId } = await idle();
    const sent = vscode.commands.executeCommand('patternbox.sendEvent', { runId, stream: 'pause' });
    const stop = await bench.watch.stopped();
    assert.deepEqual([stop.file, stop.line], ['double.tsx', lineOf('debugger;')]);
    assert.equal((await bench.watch.locals())['before'], '2');
    await bench.watch.go('continue');
    await sent;
  });

  it('stays stopped longer than the limit of time, and says beforehand that it will', async () => {
    const settings = vscode.workspace.getConfiguration('patternbox');
    await settings.update('run.timeout', 200, vscode.ConfigurationTarget.Global);
    try {
      breakInside();
      await vscode.debug.startDebugging(undefined, bench.launch);
      await bench.watch.stopped();
      assert.match(bench.watch.output(), /The limits of time are suspended/);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.equal(await bench.watch.evaluate('value'), '2');
      await bench.watch.go('continue');
      assert.equal(((await idle()).result?.result as { doubled?: unknown }).doubled, 4);
    } finally {
      await settings.update('run.timeout', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('names each layer of the sandbox that is off, before the pattern runs', async () => {
    await vscode.debug.startDebugging(undefined, bench.launch);
    await idle();
    assert.match(bench.watch.output(), /all others are on|layers? .* off|every layer/);
    // Nothing else stands there that an author could not understand.
    assert.doesNotMatch(bench.watch.output(), /ENOENT|source map/);
  });
});
