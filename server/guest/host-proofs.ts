/** Proofs of the layers below the language, run in the very process that will run a pattern. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';

const DENIED = 'ERR_ACCESS_DENIED';

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
}

/** The binary of this process surely exists and can be read, so only a denial explains a refusal. */
function permissionsHold(): boolean {
  const attempts = [
    () => fs.closeSync(fs.openSync(process.execPath, 'r')),
    () => fs.mkdirSync(path.join(__dirname, 'proof')),
    () => spawnSync(process.execPath, ['--version']),
    () => void new Worker('0', { eval: true }).terminate(),
  ];
  return attempts.every((attempt) => codeOf(attempt) === DENIED);
}

function networkDenied(): boolean {
  const { permission } = process as { permission?: { has: (scope: string) => boolean } };
  return process.allowedNodeEnvironmentFlags.has('--allow-net') && permission?.has('net') === false;
}

/** A namespace of its own has no interface that is up, not even the loopback. */
function networkAbsent(): boolean {
  return Object.keys(networkInterfaces()).length === 0;
}

/** Variables that the runtime itself needs or that the system adds to every process. */
const HARMLESS = new Set(['ELECTRON_RUN_AS_NODE', 'SystemRoot', 'TZ', '__CF_USER_TEXT_ENCODING']);

function environmentEmpty(): boolean {
  return Object.keys(process.env).every((name) => HARMLESS.has(name));
}

function timerWorks(): boolean {
  const endless = new vm.Script('for (;;);');
  const run = () => void endless.runInThisContext({ timeout: 1 });
  return codeOf(run) === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

/** Tries each layer and says which ones hold. */
export function proveLayers(): Readonly<Record<string, boolean>> {
  // Without the permission model the attempts would succeed: do not even try them.
  const limited = (process as { permission?: unknown }).permission !== undefined;
  return Object.freeze({
    permissions: limited && permissionsHold(),
    network: networkAbsent() || (limited && networkDenied()),
    environment: environmentEmpty(),
    timer: timerWorks(),
  });
}
