#!/usr/bin/env node
// Runs a command, `npm test` if none is given, and shows that it leaves nothing behind: no file in a
// private temporary folder, no process. Ends with the last line of the command, the counts.
//   node scripts/leftovers.mjs [COMMAND…]
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { main, root } from './lib/project.mjs';
import { watchProcesses } from './lib/processes.mjs';

const graceMs = 3000;
const drainMs = 1000;
const variable = 'PATTERNBOX_RUN';

/** Starts the command in a session of its own and passes signals on to all of it. */
function start([command, ...parameters], environment) {
  const child = spawn(command, parameters, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => process.kill(-child.pid, signal));
  }
  return child;
}

/** Passes the output on; gives the exit code and the last line that says something. */
function follow(child) {
  let tail = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    tail = (tail + String(chunk)).slice(-4096);
  });
  return new Promise((resolve, reject) => {
    const end = (code) => {
      child.stdout.destroy();
      resolve({ code: code ?? 1, lastLine: tail.trimEnd().split('\n').at(-1) ?? '' });
    };
    child.once('error', reject);
    child.once('close', end);
    // A process that was left behind keeps the pipe open.
    child.once('exit', (code) => setTimeout(end, drainMs, code));
  });
}

function report(files, processes) {
  console.log();
  for (const file of files) console.log(`left behind in the temporary folder: ${file}`);
  for (const { pid, command } of processes) console.log(`still running: ${pid} ${command}`);
  if (files.length === 0 && processes.length === 0) {
    console.log('Nothing was left behind: no temporary file, no process.');
  }
}

await main(async () => {
  const given = process.argv.slice(2);
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'patternbox-private-'));
  const value = randomUUID();
  const watch = watchProcesses(`${variable}=${value}`);
  try {
    const environment = {
      TMPDIR: temporary,
      [variable]: value,
      // npm and tsc would keep their compiled code there, for every user of the machine.
      NODE_DISABLE_COMPILE_CACHE: '1',
    };
    const { code, lastLine } = await follow(
      start(given.length > 0 ? given : ['npm', 'test'], environment),
    );
    const processes = await watch.remaining(graceMs);
    const files = await readdir(temporary);
    report(files, processes);
    console.log(lastLine);
    return code !== 0 || files.length > 0 || processes.length > 0 ? 1 : 0;
  } finally {
    watch.stop();
    await rm(temporary, { recursive: true, force: true });
  }
});
