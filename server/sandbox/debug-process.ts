/**
 * A process for one debugged run: with an inspector on the loopback, on a port that the system
 * chooses and behind a secret path. It never comes from the pool and never goes back.
 */
import type { LayerName } from '../protocol/messages/permissions.ts';
import { isExecutable, launchOf } from './launch.ts';
import type { Launch, Wrapper } from './launch.ts';
import type { SandboxProcess } from './process.ts';
import { StartFailure, warmUp } from './warm-process.ts';
import type { WarmProcess } from './warm-process.ts';
import type { RuntimeFlags } from './runtime-flags.ts';
import { faultWords } from '../protocol/messages/fault-words.ts';

/** The secret stands in the address alone: the list of targets over HTTP is switched off. */
const INSPECTOR = ['--inspect=127.0.0.1:0', '--inspect-publish-uid=stderr'];
const ADDRESS = /^ws:\/\/127\.0\.0\.1:\d{1,5}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SETPRIV = '/usr/bin/setpriv';

/** Layers that a debugged run may have to do without; any other that is missing is a failure. */
const LOSABLE = ['permissions', 'network'] as const satisfies readonly LayerName[];

export interface DebugProcess {
  readonly sandbox: SandboxProcess;
  /** The inspector's address; whoever knows it controls the process. */
  readonly url: string;
  /** Layers that the other runs of this machine have and this process lacks. */
  readonly off: readonly LayerName[];
}

/**
 * Linux: a debugged process has no time limit of its own, so the system ends it together with the
 * server that started it.
 */
function endsWithServer(): Wrapper | null {
  if (process.platform !== 'linux' || !isExecutable(SETPRIV)) return null;
  return ({ command, args }) => ({
    command: SETPRIV,
    args: ['--pdeathsig', 'KILL', '--', command, ...args],
  });
}

/**
 * The command of a debugged process. A runtime that cannot join its permission model with an
 * inspector goes without the model; and a namespace of its own would have a loopback of its own,
 * where no debugger could reach it.
 */
export function debugLaunch(
  execPath: string,
  sandboxDir: string,
  flags: RuntimeFlags,
  resources: Wrapper | null,
): Launch {
  const wrappers = [resources, endsWithServer()].filter((wrapper) => wrapper !== null);
  return flags.allowInspector
    ? launchOf(execPath, sandboxDir, flags, wrappers, ['--allow-inspector', ...INSPECTOR])
    : launchOf(execPath, sandboxDir, { ...flags, permission: null }, wrappers, INSPECTOR);
}

/** Starts one; `ordinary` says which layers an ordinary process has proved on this machine. */
export async function startDebugProcess(
  launch: Launch,
  ordinary: WarmProcess['layers'],
  onStarted: (sandbox: SandboxProcess) => void,
): Promise<DebugProcess> {
  const { sandbox, layers, inspector } = await warmUp(launch, onStarted);
  sandbox.hold(true);
  if (inspector === undefined || !ADDRESS.test(inspector)) {
    sandbox.kill();
    throw new StartFailure(faultWords.noInspector);
  }
  const off = LOSABLE.filter((name) => ordinary[name] === true && layers[name] !== true);
  return Object.freeze({ sandbox, url: inspector, off });
}
