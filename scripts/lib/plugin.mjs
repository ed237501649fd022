// The plugin of the editor's TypeScript, as an extension must bring it. Node's own modules only.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The name by which the manifest contributes the plugin. */
export const pluginName = 'patternbox-typescript-plugin';

/**
 * The editor looks for a plugin in the extension's own `node_modules` and nowhere else, so a package
 * of two lines stands there and leads to the bundle.
 */
export async function linkPlugin(folder) {
  const own = path.join(folder, 'node_modules', pluginName);
  await mkdir(own, { recursive: true });
  const manifest = { name: pluginName, version: '0.0.0', main: 'index.js' };
  await writeFile(path.join(own, 'package.json'), `${JSON.stringify(manifest)}\n`);
  const text = "module.exports = require('../../dist/typescript-plugin.js').init;\n";
  await writeFile(path.join(own, 'index.js'), text);
}
