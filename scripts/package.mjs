#!/usr/bin/env node
// Makes patternbox-<version>.vsix: a production build, then what .vscodeignore lets through.
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { prepare } from './prepare.mjs';
import { linkPlugin, pluginName } from './lib/plugin.mjs';
import { Advice, at, main, run, tell } from './lib/project.mjs';

const largestBytes = 4 * 1024 * 1024;

const packaged = [
  '.vscodeignore',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist',
  'docs',
  'media',
  'package.nls.json',
  'syntaxes',
  'types',
];

/**
 * Lays out what is packaged. The bundles hold every dependency but one: the link to the plugin of
 * the editor's TypeScript, which vsce takes along only if the manifest depends on it and nothing
 * else.
 */
async function stage(folder) {
  for (const name of packaged) {
    await cp(at(name), path.join(folder, name), { recursive: true });
  }
  const manifest = JSON.parse(await readFile(at('package.json'), 'utf8'));
  const staged = { ...manifest, dependencies: { [pluginName]: '0.0.0' } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(staged, null, 2) + '\n');
  await linkPlugin(folder);
}

/** Builds and packages. @returns {Promise<string>} the file */
export async function makePackage() {
  const { name, version } = JSON.parse(await readFile(at('package.json'), 'utf8'));
  const file = at(`${name}-${version}.vsix`);
  await run(process.execPath, [at('scripts/build.mjs'), '--production']);
  const vsce = at('node_modules/@vscode/vsce/vsce');
  const options = ['--out', file, '--allow-missing-repository', '--no-rewrite-relative-links'];
  const folder = await mkdtemp(path.join(os.tmpdir(), 'patternbox-package-'));
  try {
    await stage(folder);
    await run(process.execPath, [vsce, 'package', ...options], { cwd: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { size } = await stat(file);
  tell(`${name}-${version}.vsix: ${(size / 1024 / 1024).toFixed(2)} MB`);
  if (size > largestBytes) {
    throw new Advice(
      `The package must not be larger than ${largestBytes / 1024 / 1024} MB: see dist/sizes.json for what weighs.`,
    );
  }
  return file;
}

if (process.argv[1] === at('scripts/package.mjs')) {
  await main(async () => {
    await prepare();
    await makePackage();
  });
}
