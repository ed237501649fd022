/** How a sandbox process is started: command, arguments, and the system's own limits around it. */
import { accessSync, constants, realpathSync } from 'node:fs';
import path from 'node:path';
import { limits } from '../protocol/settings.ts';
import type { RuntimeFlags } from './runtime-flags.ts';

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
}

/** Starts the sandbox's command inside another one, such as a namespace or resource limits. */
export type Wrapper = (launch: Launch) => Launch;

/** Open files of a sandbox process: the runtime's own need about 25. */
const MAX_FILES = 64;
/** Backstop for a process whose server was killed: no run may come near it. */
const MAX_CPU_SECONDS = 3600;
/** Beyond the largest memory limit: what the engine maps for itself, and room for the watchdog. */
const MEMORY_OVERHEAD_MB = 1536;
const PRLIMIT = '/usr/bin/prlimit';

/** Whether this user may run the file. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Linux: bounds memory and CPU time even if the watchdog cannot, and forbids core dumps. */
export function resourceLimits(): Wrapper | null {
  if (process.platform !== 'linux' || !isExecutable(PRLIMIT)) return null;
  const dataBytes = (limits['run.memory'].maximum + MEMORY_OVERHEAD_MB) * 1024 * 1024;
  const bounds = [
    '--core=0',
    `--data=${dataBytes}`,
    `--nofile=${MAX_FILES}`,
    `--cpu=${MAX_CPU_SECONDS}`,
  ];
  return ({ command, args }) => ({ command: PRLIMIT, args: [...bounds, command, ...args] });
}

/** The command that starts one sandbox process; `own` are further flags of the runtime. */
export function launchOf(
  execPath: string,
  sandboxDir: string,
  flags: RuntimeFlags,
  wrappers: readonly Wrapper[],
  own: readonly string[] = [],
): Launch {
  const real = realpathSync(sandboxDir);
  const args = [
    ...(flags.permission === null
      ? []
      : [flags.permission, `--allow-fs-read=${path.join(real, '*')}`]),
    ...(flags.disableSigusr1 ? ['--disable-sigusr1'] : []),
    // The permission model of older versions announces itself as experimental.
    '--no-warnings',
    `--max-old-space-size=${limits['run.memory'].maximum}`,
    ...own,
    path.join(real, 'bootstrap.js'),
  ];
  return wrappers.reduce<Launch>((launch, wrap) => wrap(launch), { command: execPath, args });
}
