// The suites that run inside a real extension host, with the extension as it is built in dist.
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildSuite } from '../build.mjs';
import { editorFromNpm, ensureEditor } from '../e2e/install.mjs';
import { Advice, at } from '../lib/project.mjs';
import { collect, summaryVariable, total, wantedFile } from '../lib/summary.mjs';

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

/** A folder of examples; they find the declarations of the authoring API beside their own folder. */
async function examples(parent) {
  for (const name of ['examples', 'types']) {
    await cp(at(name), path.join(parent, name), { recursive: true });
  }
  return path.join(parent, 'examples');
}

/** A workspace of two projects. What is in them is written by the tests. */
async function twoFolders(parent) {
  const folders = ['one', 'two'];
  for (const name of folders) {
    await mkdir(path.join(parent, name));
    await writeFile(path.join(parent, name, 'package.json'), '{}\n');
  }
  const file = path.join(parent, 'two.code-workspace');
  await writeFile(file, JSON.stringify({ folders: folders.map((name) => ({ path: name })) }));
  return file;
}

/** Folders of test/editor, each with what the editor opens for it. */
const sessions = { suite: examples, 'multi-root': twoFolders, 'no-folder': () => undefined };

async function runIn({ executable, environment }, testing, { tests, opened }, file) {
  try {
    await testing.runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: at('.'),
      extensionTestsPath: at('dist/test', tests, 'index.js'),
      launchArgs: opened === undefined ? [] : [opened],
      extensionTestsEnv: { ...environment, [summaryVariable]: file },
    });
    return 0;
  } catch {
    // What went wrong has been printed by the editor itself.
    return 1;
  }
}

const isWanted = (name) => name.endsWith('.test.ts') && name.includes(wantedFile());

async function runSession(editor, testing, tests) {
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'patternbox-workspace-'));
  try {
    const opened = await sessions[tests](workspace);
    return await collect((file) => runIn(editor, testing, { tests, opened }, file));
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

export async function runEditorSuite() {
  const testing = await import('@vscode/test-electron');
  const editor = await findEditor(testing);
  await buildSuite();
  const summaries = [];
  for (const tests of Object.keys(sessions)) {
    if (!(await readdir(at('test/editor', tests))).some(isWanted)) continue;
    summaries.push(await runSession(editor, testing, tests));
  }
  return total(summaries);
}
