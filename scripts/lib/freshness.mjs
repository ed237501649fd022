// Tells whether something that was made is older than what it was made from.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pluginName } from './plugin.mjs';
import { at } from './project.mjs';

async function changed(file) {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return undefined;
  }
}

/** The time of the last change of any file in a folder; a folder that is missing is old. */
async function newestIn(folder) {
  let newest = 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    newest = Math.max(newest, (await changed(path.join(entry.parentPath, entry.name))) ?? 0);
  }
  return newest;
}

/** Whether node_modules is missing or does not belong to the lock file. */
export async function mustInstall() {
  const installed = await changed(at('node_modules/.package-lock.json'));
  const locked = await changed(at('package-lock.json'));
  return installed === undefined || (locked !== undefined && installed < locked);
}

/** Whether dist is missing or older than a source of it. The build writes sizes.json last. */
export async function mustBuild() {
  const built = await changed(at('dist/sizes.json'));
  // An installation takes the link to the plugin away.
  const plugin = await changed(at('node_modules', pluginName, 'index.js'));
  if (built === undefined || plugin === undefined) return true;
  const files = ['scripts/build.mjs', 'package-lock.json'].map((file) => changed(at(file)));
  const folders = ['server', 'extension'].map((folder) => newestIn(at(folder)));
  const times = await Promise.all([...files, ...folders]);
  return times.some((time) => time !== undefined && time > built);
}
