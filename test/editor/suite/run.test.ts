import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RunView } from '../../../server/protocol/client.ts';
import {
  closeAll,
  eventually,
  example,
  openExample,
  openUnsaved,
  resultTabs,
  run,
} from './support.ts';

const valueOf = ({ result }: RunView) => (result?.result ?? {}) as Record<string, unknown>;

describe('running a pattern', () => {
  afterEach(closeAll);

  it('shows the result beside the editor and leaves the focus where it is', async () => {
    const { document } = await openExample('counter.tsx');
    const view = await run(document.uri);
    assert.equal(view.state, 'fresh');
    assert.equal(valueOf(view)['$NAME'], 'Counter: 0');
    const [tab] = await eventually('the result tab', () => {
      const tabs = resultTabs();
      return tabs.length === 1 ? tabs : undefined;
    });
    assert.equal(tab?.label, 'Result: counter.tsx');
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.notEqual(tab.group.viewColumn, vscode.window.activeTextEditor.viewColumn);
  });

  it('keeps one panel for a pattern, however often it runs', async () => {
    const uri = example('counter.tsx');
    await openExample('counter.tsx');
    await run(uri);
    await run(uri);
    await eventually('the only result tab', () => (resultTabs().length === 1 ? true : undefined));
  });

  it('sends events to the pattern that is shown', async () => {
    await openExample('counter.tsx');
    const { runId } = await run(example('counter.tsx'));
    const send = (stream: string) =>
      vscode.commands.executeCommand<RunView>('patternbox.sendEvent', { runId, stream });
    await send('increment');
    const view = await send('increment');
    assert.equal(valueOf(view)['value'], 2);
    assert.equal(valueOf(view)['parity'], 'even');
  });

  it('ends the pattern when its panel is closed', async () => {
    await openExample('counter.tsx');
    const { runId } = await run(example('counter.tsx'));
    await eventually('the result tab', () => resultTabs()[0]);
    await vscode.window.tabGroups.close(resultTabs());
    await eventually('the end of the pattern', async () => {
      const request = { runId, stream: 'increment' };
      const view = await vscode.commands.executeCommand('patternbox.sendEvent', request);
      return view === undefined ? true : undefined;
    });
  });

  it('runs the text that is not saved', async () => {
    const editor = await openUnsaved(
      'unsaved.tsx',
      'import { NAME, pattern } from "commonfabric";\n' +
        'export default pattern(() => ({ [NAME]: "unsaved" }));\n',
    );
    assert.equal(editor.document.isDirty, true);
    assert.equal(valueOf(await run(editor.document.uri))['$NAME'], 'unsaved');
  });

  it('stops a pattern that never ends, and runs the next one', async () => {
    await openExample('loops-forever.tsx');
    const running = run(example('loops-forever.tsx'));
    await eventually('the stop', async () => {
      const answer = await vscode.commands.executeCommand<{ stopped: number }>('patternbox.stop');
      return answer.stopped === 1 ? true : undefined;
    });
    assert.equal((await running).state, 'stopped');
    assert.equal((await run(example('counter.tsx'))).state, 'fresh');
  });

  it('offers its lenses over the pattern', async () => {
    await openExample('counter.tsx');
    const titles = await eventually('the lenses', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        example('counter.tsx'),
        10,
      );
      const ours = lenses.filter(({ command }) => command?.command.startsWith('patternbox.'));
      return ours.length > 0 ? ours.map(({ command }) => command?.title) : undefined;
    });
    assert.deepEqual(titles, ['▶ Run Pattern', 'Debug Pattern', 'Run with Input…']);
  });
});
