/** Examples that are commands: what a shell prints that runs them. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { repository } from '../cli/support.ts';
import type { Example } from './page.ts';

const examples = path.join(repository, 'examples');
const entry = path.join(repository, 'dist/cli.js');

/** Calls `use` with a folder of these files, which is gone afterwards. */
export async function inFolderOf<Value>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'patternbox-page-'));
  try {
    for (const [name, text] of Object.entries({ 'package.json': '{}', ...files })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the command in the folder, and gives all that it prints. */
export async function printedBy({ command = '', files }: Example, folder: string): Promise<string> {
  // Without files of its own a command is one on the examples.
  const named = command.split(/\s+/).some((word) => existsSync(path.join(examples, word)));
  const cwd = Object.keys(files).length === 0 && named ? examples : folder;
  return inFolderOf(
    { patternbox: `#!/bin/sh\nexec '${process.execPath}' '${entry}' "$@"\n` },
    (bin) => {
      chmodSync(path.join(bin, 'patternbox'), 0o755);
      return shell(command, cwd, bin);
    },
  );
}

function shell(command: string, cwd: string, bin: string): Promise<string> {
  const PATH = [bin, path.dirname(process.execPath), process.env['PATH']].join(path.delimiter);
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PATH, PATTERNBOX: repository };
    const child = spawn('sh', ['-c', command], { cwd, env });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    }
    child.on('error', reject);
    child.on('close', () => resolve(printed));
    child.stdin.end();
  });
}
