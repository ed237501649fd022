import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, eventually } from './support.ts';

// The one mistake shows that the editor's TypeScript has looked at the file.
const lone = `import { computed, handler, NAME, pattern, UI, type Default, type Writable } from 'commonfabric';
const add = handler<void, { value: Writable<number> }>((_event, { value }) => value.set(value.get() + 1));
export default pattern<{ value?: Writable<number | Default<0>> }>(({ value }) => ({
  [NAME]: computed(() => \`Lone: \${value.get()}\`),
  [UI]: (
    <cf-vstack gap="2">
      <>{value}</>
      <cf-button onClick={add({ value })}>+</cf-button>
    </cf-vstack>
  ),
  value,
}));
const mistake: string = 1;
`;

const complaintsOf = (uri: vscode.Uri) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(
      ({ source, severity }) =>
        source !== 'Patternbox' && severity === vscode.DiagnosticSeverity.Error,
    );

describe('a pattern file alone in a folder', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'patternbox-lone-'));
  });
  after(async () => {
    await closeAll();
    await rm(folder, { recursive: true, force: true });
  });

  it('has its imports and its JSX without any set-up', async () => {
    const uri = vscode.Uri.file(path.join(folder, 'lone.tsx'));
    await writeFile(uri.fsPath, lone);
    await vscode.window.showTextDocument(uri);
    const complaints = await eventually('what TypeScript says', () => {
      const found = complaintsOf(uri);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      complaints.map(({ message }) => message),
      ["Type 'number' is not assignable to type 'string'."],
    );
  });

  it('has the types of the API under the cursor', async () => {
    const uri = vscode.Uri.file(path.join(folder, 'lone.tsx'));
    const text = await eventually('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        new vscode.Position(2, 17),
      );
      const all = hovers.flatMap(({ contents }) => contents);
      const texts = all.map((each) => (each instanceof vscode.MarkdownString ? each.value : ''));
      return texts.find((each) => each.includes('pattern<'));
    });
    assert.match(text, /PatternFactory/);
  });
});

describe('Set Up Types', () => {
  let folder: vscode.Uri;
  const text = async (name: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
  before(async () => {
    folder = vscode.Uri.file(await mkdtemp(path.join(os.tmpdir(), 'patternbox-setup-')));
  });
  after(async () => {
    await closeAll();
    await rm(folder.fsPath, { recursive: true, force: true });
  });

  it('writes the declarations and the lines that lead to them', async () => {
    await vscode.commands.executeCommand('patternbox.setUpTypes', folder);
    assert.match(await text('tsconfig.json'), /"commonfabric": \[\s*".\/.patternbox\/types\//);
    assert.match(await text('.patternbox/types/commonfabric.d.ts'), /Writable/);
    const active = vscode.window.activeTextEditor?.document;
    assert.equal(active && path.basename(active.uri.path), 'tsconfig.json');
  });

  it('changes nothing that is there', async () => {
    const own =
      '{\n  // ours\n  "compilerOptions": { "paths": { "commonfabric": ["./own.d.ts"] } }\n}\n';
    const tsconfig = vscode.Uri.joinPath(folder, 'tsconfig.json');
    await vscode.workspace.fs.writeFile(tsconfig, new TextEncoder().encode(own));
    await eventually('the new text', async () => {
      const document = await vscode.workspace.openTextDocument(tsconfig);
      return document.getText() === own ? true : undefined;
    });
    await vscode.commands.executeCommand('patternbox.setUpTypes', folder);
    const after = await text('tsconfig.json');
    assert.match(after, /\/\/ ours/);
    assert.match(after, /"\.\/own\.d\.ts"/);
    assert.match(after, /"commontools"/);
  });
});
