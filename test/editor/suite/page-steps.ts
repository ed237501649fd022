/** Runs the examples of pages that are steps in a whole VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { catalogue } from '../../../server/protocol/messages/catalogue.ts';
import { pages, type Example } from '../../process/errors/page.ts';
import { serverPid } from './server-process.ts';
import { closeAll, eventually, example as fileNamed } from './support.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
  };
}

const extension = vscode.extensions.getExtension<unknown>('patternbox.patternbox');

/** All that a step can be. */
const steps: readonly (readonly [RegExp, (name: string) => unknown])[] = [
  [/^Open (\S+)\.$/, (name) => vscode.window.showTextDocument(fileNamed(name))],
  [
    /^Run the command Patternbox: (.+)\.$/,
    async (title) => {
      const { commands } = (extension?.packageJSON as Manifest).contributes;
      const known = commands.find((each) => each.title === title);
      assert.ok(known, `there is no command "${title}"`);
      await vscode.commands.executeCommand(known.command);
    },
  ],
  [
    /^Kill the process of the language server\.$/,
    async () => process.kill(await eventually('the server', serverPid), 'SIGKILL'),
  ],
];

async function take(sentence: string): Promise<void> {
  for (const [form, step] of steps) {
    const found = form.exec(sentence);
    if (found) {
      await step(found[1] ?? '');
      return;
    }
  }
  const known = steps.map(([form]) => form.source).join('\n');
  throw new Error(`no step is called "${sentence}"; there are:\n${known}`);
}

/** What the log of the extension says; whatever a command tells stands there too. */
export async function logged(): Promise<string> {
  await vscode.commands.executeCommand('patternbox.showLog');
  const documents = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'output');
  return documents.map((document) => document.getText()).join('\n');
}

/** The tests of the pages of these codes. */
export function describePages(codes: ReadonlySet<string>): void {
  describe('the pages of messages', () => {
    const written: vscode.Uri[] = [];
    const put = async (files: Example['files']): Promise<void> => {
      for (const [name, text] of Object.entries(files)) {
        written.push(fileNamed(name));
        await vscode.workspace.fs.writeFile(fileNamed(name), new TextEncoder().encode(text));
      }
    };
    afterEach(async () => {
      await closeAll();
      for (const file of written.splice(0)) await vscode.workspace.fs.delete(file);
    });

    const shown = pages(extension?.extensionPath ?? '').flatMap(({ code, example }) =>
      example !== undefined && codes.has(code) ? [example] : [],
    );

    it('are there', () => {
      assert.equal(shown.length, codes.size);
    });

    for (const { code, files, steps: sentences } of shown) {
      it(code, async function () {
        // Only Linux lists the processes that a process has started.
        if (code === 'PB1708' && process.platform !== 'linux') this.skip();
        if (process.env['PATTERNBOX_NO_EDITOR_LOGS'] !== undefined) this.skip();
        await closeAll();
        await put(files);
        const text = catalogue.get(code)?.text({} as never) ?? '';
        assert.ok(text.length > 0, 'the message has no text');
        const before = (await logged()).split(text).length;
        for (const sentence of sentences) await take(sentence);
        await eventually(`"${text}"`, async () =>
          (await logged()).split(text).length > before ? true : undefined,
        );
      });
    }
  });
}
