// The packaged extension, installed into a folder of extensions of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makePackage } from '../package.mjs';
import { installVsix } from './code-server.mjs';

/**
 * Packages the extension, unless the package is given, and installs it.
 * @param {string} [vsix]
 */
export async function installInto(vsix) {
  const file = vsix ?? (await makePackage());
  const folder = await mkdtemp(path.join(os.tmpdir(), 'patternbox-extensions-'));
  const extensions = path.join(folder, 'extensions');
  await installVsix(file, extensions, path.join(folder, 'data'));
  return { extensions, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
