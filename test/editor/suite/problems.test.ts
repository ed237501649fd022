import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, eventually, example, openExample, run } from './support.ts';

const { Error, Information } = vscode.DiagnosticSeverity;

describe('problems', () => {
  afterEach(closeAll);

  it('are found by the static check, each at its place, without a run', async () => {
    const { document } = await openExample('breaks-module-rules.tsx');
    const found = await diagnosticsOf(document.uri, 4);
    const lines = found.map(({ range }) => document.lineAt(range.start).text.trim());
    assert.deepEqual(lines.sort(), [
      'class Visitor {} // a class',
      "console.log('loading'); // a statement",
      'let visits = 0; // a variable',
      'visits += 1;',
    ]);
    assert.ok(found.every(({ severity }) => severity === Error));
  });

  it('of a run stand where the error was thrown, in a file that is not open', async () => {
    const { document } = await openExample('broken-total.tsx');
    const view = await run(document.uri);
    assert.equal(view.state, 'failed');
    const sibling = example('broken-total-prices.ts');
    const [error] = await diagnosticsOf(sibling, 1);
    assert.ok(error);
    const text = (await vscode.workspace.openTextDocument(sibling)).lineAt(error.range.start).text;
    assert.match(text.slice(error.range.start.character), /^new RangeError/);
    const related = error.relatedInformation ?? [];
    assert.equal(related.length, 3);
    assert.equal(related.at(-1)?.location.uri.toString(), document.uri.toString());
    assert.equal(
      typeof error.code === 'object' ? error.code.value : error.code,
      view.result?.error?.code,
    );
  });

  it('turn stale when the text changes and go when the fixed text runs', async () => {
    await openExample('broken-total.tsx');
    await run(example('broken-total.tsx'));
    const editor = await openExample('broken-total-prices.ts');
    const uri = editor.document.uri;
    const [error] = await diagnosticsOf(uri, 1);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '// one line more\n');
    });
    const stale = await eventually('the stale mark', async () => {
      const [found] = await diagnosticsOf(uri, 1);
      return found?.message.endsWith('(stale)') ? found : undefined;
    });
    assert.equal(stale.severity, Information);
    assert.equal(stale.range.start.line, (error?.range.start.line ?? 0) + 1);
    await editor.edit((edit) => {
      const start = editor.document.positionAt(editor.document.getText().indexOf('throw new'));
      edit.replace(editor.document.lineAt(start).range, '    return 0;');
    });
    assert.equal((await run(example('broken-total.tsx'))).state, 'fresh');
    await diagnosticsOf(uri, 0);
  });

  it('of a file that is renamed or removed go with its old name', async () => {
    const uri = example('renamed-before.tsx');
    const after = example('renamed-after.tsx');
    const text = `import { pattern } from 'commonfabric';\nexport default pattern(() => {\n  throw new Error('here');\n});\n`;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(uri);
    assert.equal((await run(uri)).state, 'failed');
    await diagnosticsOf(uri, 1);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, after);
    await vscode.workspace.applyEdit(edit);
    await diagnosticsOf(uri, 0);
    assert.equal((await run(after)).state, 'failed');
    const [error] = await diagnosticsOf(after, 1);
    assert.equal(error?.range.start.line, 2);
    await vscode.workspace.fs.delete(after);
    await diagnosticsOf(after, 0);
  });

  it('of a file outside of the workspace are right, and go with the file when it is closed', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'patternbox-outside-'));
    const uri = vscode.Uri.file(path.join(folder, 'outside.tsx'));
    const text = `import { pattern } from 'commonfabric';\nlet count = 0;\nexport default pattern(() => ({ a: count }));\ncount += 1;\n`;
    try {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      await vscode.window.showTextDocument(uri);
      const found = await diagnosticsOf(uri, 3);
      assert.deepEqual(found.map(({ range }) => range.start.line).sort(), [1, 3, 3]);
      assert.equal((await run(uri)).state, 'failed');
      await rm(folder, { recursive: true });
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await diagnosticsOf(uri, 0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('of a document that has no file yet are none, and its run is refused in one sentence', async () => {
    const content = `import { pattern } from 'commonfabric';\nexport default pattern(() => ({}));\n`;
    const document = await vscode.workspace.openTextDocument({
      language: 'typescriptreact',
      content,
    });
    await vscode.window.showTextDocument(document);
    const view: unknown = await vscode.commands.executeCommand('patternbox.run', document.uri);
    assert.equal(view, undefined);
    await diagnosticsOf(document.uri, 0);
  });
});
