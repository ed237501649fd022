/** A workspace of two projects that have files of the same names: each is on its own. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { noFolderOpen, noPatternOpen } from '../../../server/protocol/index.ts';
import { logged } from '../suite/page-steps.ts';
import { closeAll, diagnosticsOf, eventually, resultTabs, run } from '../suite/support.ts';

const names = ['one', 'two'] as const;
type Name = (typeof names)[number];

function folderOf(name: Name): vscode.WorkspaceFolder {
  const found = vscode.workspace.workspaceFolders?.find((folder) => folder.name === name);
  assert.ok(found, `the folder ${name} is not open`);
  return found;
}
const uriOf = (folder: Name, file: string): vscode.Uri =>
  vscode.Uri.joinPath(folderOf(folder).uri, file);
const write = (uri: vscode.Uri, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

const entry = `import { pattern } from 'commonfabric';
import { greeting } from './greeting.ts';

export default pattern(() => ({ said: greeting() }));
`;
const endless = `import { pattern } from 'commonfabric';
export default pattern(() => {
  while (true) {}
});
`;
const greets = (word: string): string =>
  `export function greeting(): string {\n  return '${word}';\n}\n`;
const breaks = `export function greeting(): string {\n\n  throw new RangeError('not today');\n}\n`;

async function show(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri);
}

describe('a workspace of two folders', () => {
  before(async () => {
    for (const name of names) {
      await write(uriOf(name, 'entry.tsx'), entry);
      await write(uriOf(name, 'endless.tsx'), endless);
    }
  });
  beforeEach(async () => {
    for (const name of names) await write(uriOf(name, 'greeting.ts'), greets(name));
  });
  afterEach(closeAll);

  it('runs the pattern of each folder with the siblings of that folder', async () => {
    for (const name of names) {
      await show(uriOf(name, 'entry.tsx'));
      const view = await run(uriOf(name, 'entry.tsx'));
      assert.deepEqual(view.result?.result, { said: name });
      assert.equal(view.rootUri, folderOf(name).uri.toString());
    }
    await eventually('a panel for each', () => (resultTabs().length === 2 ? true : undefined));
  });

  it('puts a problem at the file of its folder, and one fix leaves the other alone', async () => {
    for (const name of names) {
      await write(uriOf(name, 'greeting.ts'), breaks);
      await show(uriOf(name, 'entry.tsx'));
      assert.equal((await run(uriOf(name, 'entry.tsx'))).state, 'failed');
    }
    for (const name of names) {
      const [error] = await diagnosticsOf(uriOf(name, 'greeting.ts'), 1);
      assert.equal(error?.range.start.line, 2);
      const [outer] = error.relatedInformation ?? [];
      assert.ok(outer?.location.uri.path.startsWith(`${folderOf(name).uri.path}/`));
    }
    await write(uriOf('one', 'greeting.ts'), greets('mended'));
    const mended = await run(uriOf('one', 'entry.tsx'));
    assert.deepEqual(mended.result?.result, { said: 'mended' });
    await diagnosticsOf(uriOf('one', 'greeting.ts'), 0);
    const [other] = await diagnosticsOf(uriOf('two', 'greeting.ts'), 1);
    assert.equal(other?.severity, vscode.DiagnosticSeverity.Error);
  });

  it('lets no import of one folder lead into the other', async () => {
    const uri = uriOf('one', 'crossing.tsx');
    await write(
      uri,
      `import { pattern } from 'commonfabric';
import { greeting } from '../two/greeting.ts';
export default pattern(() => ({ said: greeting() }));
`,
    );
    await show(uri);
    const view = await run(uri);
    assert.equal(view.state, 'failed');
    const [error] = await diagnosticsOf(uri, 1);
    assert.equal(error?.range.start.line, 1);
  });

  it('holds each folder to the settings of its own', async () => {
    const settings = vscode.workspace.getConfiguration('patternbox', folderOf('two').uri);
    const { WorkspaceFolder } = vscode.ConfigurationTarget;
    await settings.update('run.timeout', 700, WorkspaceFolder);
    try {
      // The setting reaches the server on its own way, so the first run may still have the old one.
      const error = await eventually('the limit of the folder', async () => {
        await show(uriOf('two', 'endless.tsx'));
        const running = run(uriOf('two', 'endless.tsx'));
        const given = await Promise.race([
          running,
          new Promise<undefined>((resolve) => setTimeout(resolve, 10_000, undefined)),
        ]);
        if (given) return given.result?.error ?? undefined;
        await vscode.commands.executeCommand('patternbox.stop');
        await running;
        return undefined;
      });
      assert.match(error.message, /700/);

      const other = run(uriOf('one', 'endless.tsx'));
      const early = await Promise.race([
        other,
        new Promise<undefined>((resolve) => setTimeout(resolve, 3_000, undefined)),
      ]);
      assert.equal(early, undefined, 'the other folder has the limit of this one');
      await vscode.commands.executeCommand('patternbox.stop');
      assert.equal((await other).state, 'stopped');
    } finally {
      await settings.update('run.timeout', undefined, WorkspaceFolder);
    }
  });

  it('sets up no types when no folder is picked, and says nothing', async function () {
    if (process.env['PATTERNBOX_NO_EDITOR_LOGS'] !== undefined) this.skip();
    await closeAll();
    let over = false;
    const done = Promise.resolve(vscode.commands.executeCommand('patternbox.setUpTypes')).then(
      () => (over = true),
    );
    await eventually('the end of the command', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return over || undefined;
    });
    await done;
    // The log is written later; a refusal that comes for certain stands behind it.
    await vscode.commands.executeCommand('patternbox.run');
    await eventually('the next refusal', async () =>
      (await logged()).includes(noPatternOpen({}).text) ? true : undefined,
    );
    assert.ok(!(await logged()).includes(noFolderOpen({}).text));
  });
});
