// Where things are, and how the scripts start other programs. Node's own modules only: the first
// scripts run before anything is installed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A path below the repository. */
export const at = (...parts) => path.join(root, ...parts);

/** Says what is going on. Standard output is left to the programs that are started. */
export const tell = (text) => console.error(`\n${text}`);

/** An error that is the user's to mend: it is printed as one sentence, without a stack. */
export class Advice extends Error {}

/**
 * Runs a program with our terminal and gives its exit code.
 * @param {string} command
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function exitCodeOf(command, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** Like exitCodeOf, but anything other than success is an error. */
export async function run(command, parameters, options) {
  const code = await exitCodeOf(command, parameters, options);
  if (code !== 0) throw new Advice(`\`${path.basename(command)} ${parameters.join(' ')}\` failed.`);
}

/** Runs npm, the very one that started us if there is one, on the given Node. */
export function npm(parameters, { node = process.execPath, ...options } = {}) {
  const own = process.env['npm_execpath'];
  if (own?.endsWith('.js')) return run(node, [own, ...parameters], options);
  // On Windows npm is a batch file, which only a shell can start.
  return run('npm', parameters, { shell: process.platform === 'win32', ...options });
}

/** Runs the main function of a script and turns what it throws into an exit code. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof Advice ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
