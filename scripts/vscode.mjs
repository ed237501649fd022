#!/usr/bin/env node
// Opens VS Code with the extension and the examples: the desktop `code` if there is one, else
// code-server on a loopback port.
import { spawnSync } from 'node:child_process';
import { prepare } from './prepare.mjs';
import { Advice, at, exitCodeOf, main, tell } from './lib/project.mjs';

const shell = process.platform === 'win32';

function desktopIsThere() {
  return spawnSync('code', ['--version'], { shell, stdio: 'ignore' }).status === 0;
}

const openDesktop = () =>
  exitCodeOf('code', ['--new-window', `--extensionDevelopmentPath=${at('.')}`, at('examples')], {
    shell,
  });

async function openServer() {
  const { editorFromNpm, ensureEditor } = await import('./e2e/install.mjs');
  if (!editorFromNpm) {
    throw new Advice(
      'There is no `code` on the PATH: install VS Code from https://code.visualstudio.com, run "Shell Command: Install \'code\' command in PATH" in it, and run this again.',
    );
  }
  await ensureEditor();
  const { startCodeServer, workbenchUrl } = await import('./e2e/code-server.mjs');
  const { installInto } = await import('./e2e/extension.mjs');
  const { extensions, remove } = await installInto();
  const server = await startCodeServer({ extensions });
  try {
    tell(`VS Code with Patternbox: ${workbenchUrl(server, { folder: at('examples') })}`);
    console.log('Press Ctrl+C to end it.');
    await new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
      server.child.once('exit', resolve);
    });
  } finally {
    await server.dispose();
    await remove();
  }
}

await main(async () => {
  await prepare();
  return desktopIsThere() ? openDesktop() : openServer();
});
