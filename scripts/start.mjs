#!/usr/bin/env node
// Prepares the project and starts the command line:
//   npm start                         runs the counter example
//   npm start -- FILE [OPTION…]       runs a pattern
//   npm start -- COMMAND …            passes everything through, see `npm start -- --help`
import { existsSync } from 'node:fs';
import path from 'node:path';
import { prepare } from './prepare.mjs';
import { at, exitCodeOf, main } from './lib/project.mjs';

const commands = ['run', 'check', 'test', 'replay', 'serve', 'doctor', 'bench', 'help'];
const alone = ['--help', '-h', '--version', '-V'];
const firstExample = path.relative(
  process.env['INIT_CWD'] ?? process.cwd(),
  at('examples/counter.tsx'),
);

/** What the command line gets for what stands behind `npm start --`. */
export function commandFor(given, isFile = existsSync) {
  const [first] = given;
  if (first === undefined) return ['run', firstExample];
  if (commands.includes(first) || alone.includes(first)) return given;
  if (isFile(first) || /\.tsx?$/.test(first)) return ['run', ...given];
  if (first.startsWith('-')) return ['run', firstExample, ...given];
  return given;
}

if (process.argv[1] === at('scripts/start.mjs')) {
  await main(async () => {
    await prepare();
    const command = commandFor(process.argv.slice(2));
    return exitCodeOf(process.execPath, [at('dist/cli.js'), ...command], {
      // npm starts scripts in the project's folder; relative names are meant from the caller's.
      cwd: process.env['INIT_CWD'] ?? process.cwd(),
    });
  });
}
