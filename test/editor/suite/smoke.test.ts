import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  const id = 'patternbox.patternbox';

  it('is there and activates', async () => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not installed`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('has the commands that its manifest declares', async () => {
    const manifest = vscode.extensions.getExtension(id)?.packageJSON as {
      contributes?: { commands?: { command: string }[] };
    };
    const declared = (manifest.contributes?.commands ?? []).map(({ command }) => command);
    const known = new Set(await vscode.commands.getCommands(true));
    assert.ok(declared.length > 0, 'the manifest declares no commands');
    assert.deepEqual(
      declared.filter((command) => !known.has(command)),
      [],
    );
  });
});
