import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CodeAction } from 'vscode';
import { closeAll, diagnosticsOf, example, openUnsaved, run } from './support.ts';

const asking = `import { generateText, pattern } from 'commonfabric';
export default pattern(() => ({ text: generateText({ prompt: 'Say hello' }).result }));
`;

describe('the fixtures of a pattern', () => {
  after(async () => {
    await closeAll();
    for (const name of ['asking.tsx', 'asking.fixtures.json']) {
      await vscode.workspace.fs.delete(example(name));
    }
  });

  it('are created by the quick fix of a service that nothing answers, and count unsaved', async () => {
    const { document } = await openUnsaved('asking.tsx', asking);
    await run(document.uri);
    const [hint] = await diagnosticsOf(document.uri, 1);
    assert.ok(hint);
    const actions = await vscode.commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      hint.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find(({ title }) => title.includes('asking.fixtures.json'));
    assert.ok(action?.edit, 'there is no quick fix');
    assert.equal(await vscode.workspace.applyEdit(action.edit), true);

    const fixtures = await vscode.workspace.openTextDocument(example('asking.fixtures.json'));
    assert.deepEqual(JSON.parse(fixtures.getText()), { generateText: [{ result: '' }] });
    const edit = new vscode.WorkspaceEdit();
    const all = new vscode.Range(0, 0, fixtures.lineCount, 0);
    edit.replace(fixtures.uri, all, fixtures.getText().replace('""', '"Hello!"'));
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    const { result } = await run(document.uri);
    assert.deepEqual(result?.result, { text: 'Hello!' });
    await fixtures.save();
  });
});
