import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, example, openExample, run } from './support.ts';

const debugMode = () => vscode.workspace.getConfiguration('patternbox').get('debug.enabled');

describe('debug mode and traces', () => {
  afterEach(closeAll);

  it('is switched by its command, and the run then keeps every frame', async () => {
    const before = debugMode();
    await vscode.commands.executeCommand('patternbox.toggleDebugMode');
    assert.equal(debugMode(), !before);
    try {
      await openExample('broken-total.tsx');
      const view = await eventually('a run in debug mode', async () => {
        const next = await run(example('broken-total.tsx'));
        return next.debug ? next : undefined;
      });
      const frames = view.result?.error?.frames ?? [];
      assert.equal(view.result?.error?.hiddenFrames, 0);
      assert.ok(frames.some(({ kind }) => kind === 'runtime'));
    } finally {
      await vscode.commands.executeCommand('patternbox.toggleDebugMode');
    }
    assert.equal(debugMode(), before);
  });

  it('shows the full trace of a run that hid frames, read-only and without the focus', async () => {
    const editor = await openExample('broken-total.tsx');
    const view = await run(editor.document.uri);
    assert.ok((view.result?.error?.hiddenFrames ?? 0) > 0);
    await vscode.commands.executeCommand('patternbox.showFullTrace', editor.document.uri);
    const trace = await eventually('the trace', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'patternbox-trace'),
    );
    const text = trace.getText();
    assert.match(text, /RangeError: Milk has no price/);
    assert.match(text, /\[Pattern\] unitPrice \(broken-total-prices\.ts:\d+:\d+\)/);
    assert.match(text, /\[Runtime\] /);
  });

  it('copies the trace', async () => {
    await openExample('broken-total.tsx');
    await run(example('broken-total.tsx'));
    await vscode.commands.executeCommand('patternbox.copyTrace', example('broken-total.tsx'));
    assert.match(await vscode.env.clipboard.readText(), /\[Pattern\] unitPrice/);
  });

  it('copies a report that tools can read', async () => {
    await openExample('broken-total.tsx');
    await run(example('broken-total.tsx'));
    await vscode.commands.executeCommand('patternbox.copyReport', example('broken-total.tsx'));
    const report = JSON.parse(await vscode.env.clipboard.readText()) as Record<string, unknown>;
    assert.deepEqual(
      [report['schemaVersion'], report['file'], report['outcome']],
      [1, 'broken-total.tsx', 'failed'],
    );
  });

  it('shows compiled code beside the authored, at the same place', async () => {
    const editor = await openExample('counter.tsx');
    const offset = editor.document.getText().indexOf("'even'");
    assert.ok(offset > 0);
    const at = editor.document.positionAt(offset);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('patternbox.showCompiled');
    const compiled = await eventually('the compiled code', () =>
      vscode.window.visibleTextEditors.find(
        ({ document }) => document.uri.scheme === 'patternbox-compiled',
      ),
    );
    assert.match(compiled.document.getText(), /require/);
    const line = compiled.document.lineAt(compiled.selection.active.line).text;
    assert.match(line, /'even'/);
    assert.equal(
      vscode.window.activeTextEditor?.document.uri.toString(),
      editor.document.uri.toString(),
    );
  });

  it('exports the trace of a run in debug mode, and says why there is none without it', async () => {
    const uri = example('counter.tsx');
    const file = example('counter.trace.json');
    await openExample('counter.tsx');
    await run(uri);
    const none = await vscode.commands.executeCommand('patternbox.exportTrace', uri, file);
    assert.equal(none, undefined);
    await vscode.commands.executeCommand('patternbox.toggleDebugMode');
    try {
      await eventually('a run in debug mode', async () =>
        (await run(uri)).debug ? true : undefined,
      );
      await vscode.commands.executeCommand('patternbox.exportTrace', uri, file);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      const { traceEvents } = JSON.parse(text) as { traceEvents: { name: string }[] };
      assert.ok(traceEvents.some(({ name }) => name === 'load counter.tsx'));
    } finally {
      await vscode.commands.executeCommand('patternbox.toggleDebugMode');
    }
  });

  it('opens the place of a frame, and no place outside of the root', async () => {
    const rootUri = example('.')
      .toString()
      .replace(/\/\.?$/, '');
    const place = { rootUri, file: 'broken-total-prices.ts', line: 14, column: 3 };
    await vscode.commands.executeCommand('patternbox.openPlace', place);
    const active = vscode.window.activeTextEditor;
    assert.equal(active?.document.uri.toString(), example('broken-total-prices.ts').toString());
    assert.deepEqual(active.selection.active, new vscode.Position(13, 2));
    await vscode.commands.executeCommand('patternbox.openPlace', {
      ...place,
      file: '../../../../../../../etc/passwd',
    });
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, active.document.uri.path);
  });
});
