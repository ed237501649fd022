#!/usr/bin/env node
// Makes patternbox-<version>.vsix: a production build, then what .vscodeignore lets through.
import { readFile, stat } from 'node:fs/promises';
import process from 'node:process';
import { prepare } from './prepare.mjs';
import { Advice, at, main, run, tell } from './lib/project.mjs';

const largestBytes = 4 * 1024 * 1024;

/** Builds and packages. @returns {Promise<string>} the file */
export async function makePackage() {
  const { name, version } = JSON.parse(await readFile(at('package.json'), 'utf8'));
  const file = at(`${name}-${version}.vsix`);
  await run(process.execPath, [at('scripts/build.mjs'), '--production']);
  const vsce = at('node_modules/@vscode/vsce/vsce');
  // The bundles hold every dependency, so none is looked for.
  const options = [
    '--no-dependencies',
    '--out',
    file,
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
  ];
  await run(process.execPath, [vsce, 'package', ...options]);
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
