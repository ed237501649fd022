/** How long a sandbox process takes from its start to its proof, bare and inside each wrapper. */
import { launchOf, resourceLimits } from './launch.ts';
import type { Wrapper } from './launch.ts';
import { networkNamespace } from './namespace.ts';
import { detectFlags } from './runtime-flags.ts';
import { warmUp } from './warm-process.ts';
import { faultWords } from '../protocol/messages/fault-words.ts';

/** Milliseconds of each start, by what is around the process. */
export type StartTimes = Readonly<Record<string, readonly number[]>>;

/** Starts processes one after the other, each way in turn; a wrapper that fails here is left out. */
export async function measureStarts(sandboxDir: string, count: number): Promise<StartTimes> {
  const flags = await detectFlags(process.execPath);
  const [resources, namespace] = [resourceLimits(), networkNamespace()];
  const known = (...wrappers: (Wrapper | null)[]): Wrapper[] =>
    wrappers.filter((wrapper) => wrapper !== null);
  const ways = new Map<string, Wrapper[]>([['bare', []]]);
  if (resources !== null) ways.set('prlimit', known(resources));
  if (namespace !== null) ways.set(faultWords.prlimitInUnshare, known(resources, namespace));
  const times: Record<string, number[]> = {};
  for (let round = 0; round < count; round++) {
    for (const [name, wrappers] of ways) {
      const startedAt = performance.now();
      try {
        const launch = launchOf(process.execPath, sandboxDir, flags, wrappers);
        const { sandbox } = await warmUp(launch, () => undefined);
        (times[name] ??= []).push(performance.now() - startedAt);
        sandbox.kill();
        await sandbox.exited;
      } catch {
        ways.delete(name);
      }
    }
  }
  return times;
}
