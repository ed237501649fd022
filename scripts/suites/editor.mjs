// The suite that runs inside a real extension host, with the extension as it is built in dist.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildSuite } from '../build.mjs';
import { editorFromNpm, ensureEditor } from '../e2e/install.mjs';
import { Advice, at } from '../lib/project.mjs';
import { collect, summaryVariable } from '../lib/summary.mjs';

/** The executable that behaves as VS Code, and what its tests must know about it. */
async function findEditor(testing) {
  if (editorFromNpm) {
    const { nativeMissing } = await ensureEditor();
    const environment = nativeMissing ? { PATTERNBOX_NO_EDITOR_LOGS: nativeMissing } : {};
    return { executable: at('test/editor/launcher/code.mjs'), environment };
  }
  try {
    return { executable: await testing.downloadAndUnzipVSCode('stable'), environment: {} };
  } catch (error) {
    throw new Advice(
      `The editor tests need VS Code and it could not be downloaded (${error.message}): connect to the network, or run \`npm run test:unit\` for the rest.`,
    );
  }
}

async function runIn({ executable, environment }, testing, folder, file) {
  try {
    await testing.runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: at('.'),
      extensionTestsPath: at('dist/test/index.js'),
      launchArgs: [folder],
      extensionTestsEnv: { ...environment, [summaryVariable]: file },
    });
    return 0;
  } catch {
    // What went wrong has been printed by the editor itself.
    return 1;
  }
}

export async function runEditorSuite() {
  const testing = await import('@vscode/test-electron');
  const editor = await findEditor(testing);
  await buildSuite();
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'patternbox-workspace-'));
  try {
    // The examples find the declarations of the authoring API beside their own folder.
    for (const name of ['examples', 'types']) {
      await cp(at(name), path.join(workspace, name), { recursive: true });
    }
    const folder = path.join(workspace, 'examples');
    return await collect((file) => runIn(editor, testing, folder, file));
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}
