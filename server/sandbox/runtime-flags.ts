/** What the runtime that will run the sandbox knows how to do: found out, not assumed. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface RuntimeFlags {
  /** The flag that switches the permission model on; null where there is none. */
  readonly permission: '--permission' | '--experimental-permission' | null;
  /** Whether the debugger's signal can be switched off. */
  readonly disableSigusr1: boolean;
  /** Whether the permission model can be told to allow an inspector. */
  readonly allowInspector: boolean;
}

const PROBE = 'JSON.stringify([...process.allowedNodeEnvironmentFlags])';
const PROBE_TIMEOUT_MS = 10_000;

/** The environment of every process that we start: nothing of the user's, nor his time zone. */
export function cleanEnvironment(): Record<string, string> {
  const { SystemRoot } = process.env;
  return {
    TZ: 'UTC',
    ...(process.versions['electron'] === undefined ? {} : { ELECTRON_RUN_AS_NODE: '1' }),
    ...(process.platform === 'win32' && SystemRoot !== undefined ? { SystemRoot } : {}),
  };
}

function fromNames(names: ReadonlySet<string>): RuntimeFlags {
  const permission = (['--permission', '--experimental-permission'] as const).find((flag) =>
    names.has(flag),
  );
  return {
    permission: permission ?? null,
    disableSigusr1: names.has('--disable-sigusr1'),
    allowInspector: names.has('--allow-inspector'),
  };
}

/** The flags of the runtime that runs this very code. */
export function flagsOfOwnRuntime(): RuntimeFlags {
  return fromNames(process.allowedNodeEnvironmentFlags);
}

/** Asks the runtime at `execPath` which of the flags that matter it has. */
export async function detectFlags(execPath: string): Promise<RuntimeFlags> {
  if (execPath === process.execPath) return flagsOfOwnRuntime();
  const { stdout } = await promisify(execFile)(execPath, ['-p', PROBE], {
    env: cleanEnvironment(),
    timeout: PROBE_TIMEOUT_MS,
  });
  return fromNames(new Set(JSON.parse(stdout) as string[]));
}
