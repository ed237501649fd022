#!/usr/bin/env node
// Installs and builds what is missing or out of date. Runs before anything is installed, so it uses
// nothing but Node.
import { lstat, unlink } from 'node:fs/promises';
import process from 'node:process';
import { mustBuild, mustInstall } from './lib/freshness.mjs';
import { Advice, at, main, npm, run, tell } from './lib/project.mjs';

const oldest = [20, 19];
/** `npm start -- … --json` prints one document on standard output and nothing else. */
const toStandardError = ['inherit', 2, 2];

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Advice(
    `Patternbox needs Node ${oldest.join('.')} or newer, this is ${process.versions.node}: get one from https://nodejs.org and run this again.`,
  );
}

/** npm empties the folder before it installs, through a link too: what it leads to is not ours. */
async function unlinkModules() {
  const found = await lstat(at('node_modules')).catch(() => undefined);
  if (found?.isSymbolicLink()) await unlink(at('node_modules'));
}

/** Leaves the project ready to run: the right Node, dependencies, dist. */
export async function prepare() {
  requireNode();
  if (await mustInstall()) {
    tell('Installing dependencies (about 70 MB from npm, 350 MB on disk, half a minute) …');
    await unlinkModules();
    await npm(['ci', '--no-audit', '--no-fund'], { stdio: toStandardError });
  }
  if (await mustBuild()) {
    tell('Building (a few seconds) …');
    await run(process.execPath, [at('scripts/build.mjs'), '--quiet'], {
      stdio: toStandardError,
    });
  }
}

if (process.argv[1] === at('scripts/prepare.mjs')) await main(prepare);
