/** Starts sandbox processes, in a namespace where this machine allows one. */
import { debugLaunch, startDebugProcess } from './debug-process.ts';
import type { DebugProcess } from './debug-process.ts';
import { launchOf, resourceLimits } from './launch.ts';
import type { Launch, Wrapper } from './launch.ts';
import { networkNamespace } from './namespace.ts';
import type { SandboxProcess } from './process.ts';
import { detectFlags, flagsOfOwnRuntime } from './runtime-flags.ts';
import type { RuntimeFlags } from './runtime-flags.ts';
import { warmUp } from './warm-process.ts';
import type { WarmProcess } from './warm-process.ts';
import { faultWords } from '../protocol/messages/fault-words.ts';

/** Takes note of a process before it is ready; throws when none is wanted any more. */
export type OnStarted = (sandbox: SandboxProcess) => void;

export interface Starter {
  /** Whether the operating system limits the processes, as far as is known yet. */
  readonly resources: () => boolean;
  /** Starts one process, at once where nothing has to be found out first. */
  readonly start: (onStarted: OnStarted) => Promise<WarmProcess>;
  /** Starts one with an inspector; `ordinary` says what the others of this machine have proved. */
  readonly startDebugged: (
    ordinary: WarmProcess['layers'],
    onStarted: OnStarted,
  ) => Promise<DebugProcess>;
}

/** Makes the starter for one runtime and one folder of bundles. */
export function makeStarter(execPath: string, sandboxDir: string): Starter {
  let resources = resourceLimits();
  let namespace = networkNamespace();

  const startWith = async (flags: RuntimeFlags, onStarted: OnStarted): Promise<WarmProcess> => {
    for (const tried of fewerAndFewer(resources, namespace)) {
      const wrappers = tried.filter((each) => each !== null);
      const launch: Launch = launchOf(execPath, sandboxDir, flags, wrappers);
      try {
        const started = await warmUp(launch, onStarted);
        [resources, namespace] = tried;
        return started;
      } catch {
        // A wrapper deepens the defence; that it fails must not keep a pattern from running.
      }
    }
    const started = await warmUp(launchOf(execPath, sandboxDir, flags, []), onStarted);
    [resources, namespace] = [null, null];
    return started;
  };

  const own = execPath === process.execPath ? flagsOfOwnRuntime() : null;
  const found = own === null ? detectFlags(execPath) : null;
  // Reported by whoever needs it; a pool that is never used must not crash the server.
  found?.catch(() => undefined);

  return Object.freeze<Starter>({
    resources: () => resources !== null,
    start: async (onStarted) => startWith(own ?? (await detected(found)), onStarted),
    startDebugged: async (ordinary, onStarted) => {
      const flags = own ?? (await detected(found));
      const launch = debugLaunch(execPath, sandboxDir, flags, resources);
      return startDebugProcess(launch, ordinary, onStarted);
    },
  });
}

type Wrappers = readonly [resources: Wrapper | null, namespace: Wrapper | null];

/** The wrappers that there are, inner first, and then what is left without one of them. */
function fewerAndFewer(resources: Wrapper | null, namespace: Wrapper | null): readonly Wrappers[] {
  if (resources === null && namespace === null) return [];
  if (resources === null || namespace === null) return [[resources, namespace]];
  return [
    [resources, namespace],
    [resources, null],
    [null, namespace],
  ];
}

async function detected(found: Promise<RuntimeFlags> | null): Promise<RuntimeFlags> {
  if (found === null) throw new Error(faultWords.flagsUnknown);
  return found;
}
