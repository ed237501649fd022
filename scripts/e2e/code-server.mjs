// Starts code-server on a loopback port of its own choice, with everything that it writes in one
// temporary folder and nothing that talks to the world.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Advice, exitCodeOf } from '../lib/project.mjs';
import { codeServer, node } from './places.mjs';

/** Settings that keep an editor quiet enough to be tested. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'debug.internalConsoleOptions': 'neverOpen',
  'debug.javascript.codelens.npmScripts': 'never',
  'debug.openDebug': 'neverOpen',
  'editor.cursorBlinking': 'solid',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser the default saves by itself: tests would rewrite their own files.
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'merge-conflict.codeLens.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'remote.autoForwardPorts': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'window.dialogStyle': 'custom',
  'window.restoreWindows': 'none',
  'workbench.colorTheme': 'Dark Modern',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Settings with which a folder is restricted until somebody trusts it. */
const restrictedSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

const startupLimitMs = 120_000;
const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|PORT$|PASSWORD$)/;

/** The environment of the caller without what would change the editor, and with its own folders. */
function environment(folder, extra) {
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const xdg = path.join(folder, 'xdg');
  return {
    ...Object.fromEntries(own),
    XDG_CONFIG_HOME: xdg,
    XDG_DATA_HOME: xdg,
    XDG_RUNTIME_DIR: folder,
    // The built-in extensions leave things in the temporary folder.
    TMPDIR: path.join(folder, 'tmp'),
    // Without a gallery nothing asks for updates of extensions.
    EXTENSIONS_GALLERY: '{}',
    ...extra,
  };
}

function spawnServer(folder, userData, extensions, options) {
  const { smokeDriver = false, trusting = true, env = {} } = options;
  const flags = {
    config: path.join(folder, 'config.yaml'),
    auth: 'none',
    'bind-addr': '127.0.0.1:0',
    'user-data-dir': userData,
    'extensions-dir': extensions,
    // Ends by itself if whoever started it was killed.
    'idle-timeout-seconds': '300',
  };
  const switches = [
    'disable-telemetry',
    'disable-update-check',
    ...(trusting ? ['disable-workspace-trust'] : []),
    'disable-getting-started-override',
    'disable-proxy',
    'ignore-last-opened',
  ];
  const parameters = [
    ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
    ...switches.map((name) => `--${name}`),
    // A released workbench loads an extension under development, and its tests, only with the
    // smoke test driver. That driver hides notifications, so the UI tests do without.
    ...(smokeDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
  // A process group of its own, so that everything the server starts can be ended with it.
  return spawn(node, [codeServer, ...parameters], {
    env: environment(folder, env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

/** Waits until the server says where it listens. */
function listening(child) {
  return new Promise((resolve, reject) => {
    let log = '';
    const fail = (why) => reject(new Error(`code-server ${why}\n${log}`));
    const timer = setTimeout(() => fail('did not start in time'), startupLimitMs);
    const read = (chunk) => {
      log += String(chunk);
      const found = /HTTP server listening on (http:\/\/[^\s/]+)/.exec(log);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

async function endGroup(child) {
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nobody of the group is left.
    }
  };
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signal('SIGTERM');
    const timer = setTimeout(() => signal('SIGKILL'), 3000);
    await gone;
    clearTimeout(timer);
  }
  signal('SIGKILL');
}

/**
 * Starts a server.
 * @param {object} options
 * @param {Record<string, unknown>} [options.settings] on top of the quiet ones
 * @param {string} [options.extensions] folder of installed extensions
 * @param {boolean} [options.smokeDriver]
 * @param {boolean} [options.trusting] false: the folder is restricted until it is trusted
 * @param {Record<string, string>} [options.env]
 */
export async function startCodeServer({ settings = {}, extensions, ...options } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'patternbox-editor-'));
  const userData = path.join(folder, 'data');
  await mkdir(path.join(userData, 'User'), { recursive: true });
  await mkdir(path.join(folder, 'tmp'));
  const userSettings = {
    ...quietSettings,
    ...(options.trusting === false ? restrictedSettings : {}),
    ...settings,
  };
  await writeFile(
    path.join(userData, 'User', 'settings.json'),
    JSON.stringify(userSettings, null, 2),
  );
  await writeFile(path.join(folder, 'config.yaml'), 'auth: none\n');

  const child = spawnServer(folder, userData, extensions ?? path.join(folder, 'ext'), options);
  const dispose = async () => {
    await endGroup(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const origin = await listening(child);
    return { child, origin, host: new URL(origin).host, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** How the workbench names a file of the machine that the server runs on. */
export const remoteUri = (server, file) => `vscode-remote://${server.host}${encodeURI(file)}`;

const whatToOpen = (place) => {
  if (!place) return { ew: 'true' };
  return place.endsWith('.code-workspace') ? { workspace: place } : { folder: place };
};

/** The address that opens a folder or a workspace file, with instructions for the workbench. */
export function workbenchUrl(server, { folder, payload = [] }) {
  const query = new URLSearchParams(whatToOpen(folder));
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `${server.origin}/?${query}`;
}

/** Installs a packaged extension into a folder; no network is needed. */
export async function installVsix(vsix, extensions, userData) {
  const parameters = ['--install-extension', vsix, '--extensions-dir', extensions];
  const code = await exitCodeOf(node, [codeServer, ...parameters, '--user-data-dir', userData], {
    env: { ...environment(userData, {}), TMPDIR: os.tmpdir() },
    stdio: 'ignore',
  });
  if (code !== 0) throw new Advice(`code-server did not install ${path.basename(vsix)}.`);
}
